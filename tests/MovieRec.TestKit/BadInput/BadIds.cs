namespace MovieRec.TestKit.BadInput;

/// <summary>Values that are not valid title ids, in every place that takes one.</summary>
public static class BadIds
{
    /// <summary>The values as JSON.</summary>
    public static readonly (string What, string Json)[] Values =
    [
        ("a JSON list", "[603]"),
        ("a JSON object", """{"$gt":0}"""),
        ("true", "true"),
        ("1e309", "1e309"),
        ("1e3", "1e3"),
        ("603.0", "603.0"),
        ("-1", "-1"),
        ("0", "0"),
        ("-0", "-0"),
        ("2 to the 53rd", "9007199254740992"),
        ("2 to the 64th", "18446744073709551616"),
        ("a number of 40 digits", new string('9', 40)),
        .. Texts.Select(text => ($"the string '{GetName(text)}'", $"\"{text.Replace("\0", "\\u0000", StringComparison.Ordinal)}\"")),
    ];

    /// <summary>The values as text, also for queries.</summary>
    public static string[] Texts =>
    [
        "__proto__", "constructor", "1e309", "1e3", "-1", "0", "007", "603.0", "9007199254740992",
        "9999999999999999999999999999999999999999",
        "0x25b", "+603", "6_03", "603;", "603\0", "NaN", "null", "true", "٦٠٣", "６０３", "💥", "../603", "1' OR '1'='1",
    ];

    /// <summary>Returns the id in a form that a test's name can show.</summary>
    public static string GetName(string text) => text.Replace("\0", "<NUL>", StringComparison.Ordinal);
}
