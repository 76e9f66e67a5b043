using System.Globalization;

namespace MovieRec.Tmdb.Mapping;

/// <summary>Strict conversion of TMDB's values; unusual ones are unknown.</summary>
internal static class Values
{
    public static string? Text(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();

    /// <summary>A whole number above 0.</summary>
    public static int? Count(double number) => number is >= 1 and <= int.MaxValue ? (int)number : null;

    /// <summary><c>yyyy-MM-dd</c>; TMDB says "" for unknown.</summary>
    public static string? Date(string? text) =>
        text is { Length: 10 } && DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _)
            ? text
            : null;

    /// <summary>The path of a picture: a slash and a name.</summary>
    public static string? Path(string? text) => text is { Length: > 1 and <= 200 } && text[0] == '/' ? text : null;

    /// <summary>Two capital letters.</summary>
    public static string? Country(string? text) =>
        text is { Length: 2 } && char.IsAsciiLetterUpper(text[0]) && char.IsAsciiLetterUpper(text[1]) ? text : null;

    /// <summary>Two or three small letters.</summary>
    public static string? Language(string? text) =>
        text is { Length: 2 or 3 } && !text.AsSpan().ContainsAnyExceptInRange('a', 'z') ? text : null;

    /// <summary><c>tt</c> and digits.</summary>
    public static string? ImdbId(string? text) => IsNumbered(text, "tt") ? text : null;

    /// <summary><c>Q</c> and digits.</summary>
    public static string? WikidataId(string? text) => IsNumbered(text, "Q") ? text : null;

    private static bool IsNumbered(string? text, string prefix) =>
        text is { Length: <= 20 } && text.Length > prefix.Length && text.StartsWith(prefix, StringComparison.Ordinal)
        && !text.AsSpan(prefix.Length).ContainsAnyExceptInRange('0', '9');
}
