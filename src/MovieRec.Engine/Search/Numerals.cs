namespace MovieRec.Engine.Search;

/// <summary>Roman numerals: "Rocky II" is also found as "rocky 2", and the reverse.</summary>
/// <remarks>Without "i", which is a word of many titles.</remarks>
internal static class Numerals
{
    private static readonly string[] s_roman = ["ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii", "xiii"];
    private static readonly string[] s_arabic = ["2", "3", "4", "5", "6", "7", "8", "9", "10", "11", "12", "13"];

    /// <summary>The other way to write a number, or null.</summary>
    public static string? GetOther(ReadOnlySpan<char> word)
    {
        if (word.Length is 0 or > 4)
            return null;
        for (var number = 0; number < s_roman.Length; number++)
        {
            if (word.SequenceEqual(s_roman[number]))
                return s_arabic[number];
            if (word.SequenceEqual(s_arabic[number]))
                return s_roman[number];
        }
        return null;
    }
}
