using System.Globalization;

namespace MovieRec.Cli.Importing;

/// <summary>Parsers of the fields of an export.</summary>
internal static class FieldText
{
    /// <summary>Maximum length of a name: no title has a longer one, and lists do not accept one.</summary>
    private const int NameLength = 512;

    private static readonly string[] s_dates =
        ["yyyy-MM-dd", "yyyy-MM-dd'T'HH:mm:ssK", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK", "yyyy-MM-dd HH:mm:ss", "ddd MMM d HH:mm:ss yyyy",
            "ddd MMM dd HH:mm:ss yyyy"];

    /// <exception cref="FormatException">There is no title, or it is too long.</exception>
    public static string Name(string? text) =>
        text is null ? throw new FormatException("no title")
        : text.Length > NameLength ? throw new FormatException($"a title of more than {NameLength} letters")
        : text.Any(char.IsControl) ? new([.. text.Select(letter => char.IsControl(letter) ? ' ' : letter)])
        : text;

    /// <summary>Parses a year; null if there is no text; of a series' years (<c>2008–2013</c>) the first.</summary>
    /// <exception cref="FormatException">The text is not a year.</exception>
    public static int? Year(string? text) =>
        text is null ? null
        : text.Length >= 4 && int.TryParse(text.AsSpan(0, 4), NumberStyles.None, CultureInfo.InvariantCulture, out var year)
            && year is >= 1800 and <= 2200 ? year
        : throw new FormatException($"{text} is not a year");

    /// <summary>Converts a rating on a scale of <paramref name="best"/> to one of 10; null if there is no text.</summary>
    /// <exception cref="FormatException">The text is not a rating on the scale.</exception>
    public static double? Rating(string? text, double best) =>
        text is null ? null
        : double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var rating) && rating >= 0
            && rating <= best ? rating * 10 / best
        : throw new FormatException(string.Create(CultureInfo.InvariantCulture, $"{text} is not a rating up to {best}"));

    /// <summary>Parses a UTC time, midnight if there is only a date; null if the text is missing or malformed.</summary>
    /// <remarks>A malformed date is not an error, because the row is useful without it.</remarks>
    public static DateTimeOffset? Date(string? text) =>
        DateTimeOffset.TryParseExact(
            text, s_dates, CultureInfo.InvariantCulture,
            DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal | DateTimeStyles.AllowInnerWhite, out var at)
            ? at : null;
}
