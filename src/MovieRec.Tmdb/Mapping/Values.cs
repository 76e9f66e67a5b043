using System.Globalization;

namespace MovieRec.Tmdb.Mapping;

/// <summary>Strict conversion of TMDB's values; an unexpected value becomes null, which means unknown.</summary>
internal static class Values
{
    public static string? Text(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();

    /// <summary>Returns the integer part of a number; null if it is below 1 or too large.</summary>
    public static int? Count(double number) => number is >= 1 and <= int.MaxValue ? (int)number : null;

    /// <summary>Returns a date in the form <c>yyyy-MM-dd</c>; TMDB sends "" for an unknown date.</summary>
    public static string? Date(string? text) =>
        text is { Length: 10 } && DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _)
            ? text
            : null;

    /// <summary>Returns the path of a picture, a slash and a name.</summary>
    public static string? Path(string? text) => text is { Length: > 1 and <= 200 } && text[0] == '/' ? text : null;

    /// <summary>Returns a country code of two upper-case letters.</summary>
    public static string? Country(string? text) =>
        text is { Length: 2 } && char.IsAsciiLetterUpper(text[0]) && char.IsAsciiLetterUpper(text[1]) ? text : null;

    /// <summary>Returns a language code of two or three lower-case letters.</summary>
    public static string? Language(string? text) =>
        text is { Length: 2 or 3 } && !text.AsSpan().ContainsAnyExceptInRange('a', 'z') ? text : null;

    /// <summary>Returns an IMDb id, <c>tt</c> and digits.</summary>
    public static string? ImdbId(string? text) => IsNumbered(text, "tt") ? text : null;

    /// <summary>Returns a Wikidata id, <c>Q</c> and digits.</summary>
    public static string? WikidataId(string? text) => IsNumbered(text, "Q") ? text : null;

    private static bool IsNumbered(string? text, string prefix) =>
        text is { Length: <= 20 } && text.Length > prefix.Length && text.StartsWith(prefix, StringComparison.Ordinal)
        && !text.AsSpan(prefix.Length).ContainsAnyExceptInRange('0', '9');
}
