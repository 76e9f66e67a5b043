using System.Globalization;

namespace MovieRec.Cli.Importing;

/// <summary>Reads the texts of fields.</summary>
internal static class FieldText
{
    /// <summary>Longer names are nobody's, and lists take no longer ones.</summary>
    private const int NameLength = 512;

    private static readonly string[] s_dates =
        ["yyyy-MM-dd", "yyyy-MM-dd'T'HH:mm:ssK", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK", "yyyy-MM-dd HH:mm:ss", "ddd MMM d HH:mm:ss yyyy",
            "ddd MMM dd HH:mm:ss yyyy"];

    /// <exception cref="FormatException">There is none.</exception>
    public static string Name(string? text) =>
        text is null ? throw new FormatException("no title")
        : text.Length > NameLength ? throw new FormatException($"a title of more than {NameLength} letters")
        : text.Any(char.IsControl) ? new([.. text.Select(letter => char.IsControl(letter) ? ' ' : letter)])
        : text;

    /// <summary>Null for none; a series' years (<c>2008–2013</c>) begin with the one wanted.</summary>
    /// <exception cref="FormatException">It is none.</exception>
    public static int? Year(string? text) =>
        text is null ? null
        : text.Length >= 4 && int.TryParse(text.AsSpan(0, 4), NumberStyles.None, CultureInfo.InvariantCulture, out var year)
            && year is >= 1800 and <= 2200 ? year
        : throw new FormatException($"{text} is no year");

    /// <summary>A rating on a scale of <paramref name="best"/> as one of 10; null for none.</summary>
    /// <exception cref="FormatException">It is none.</exception>
    public static double? Rating(string? text, double best) =>
        text is null ? null
        : double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var rating) && rating >= 0
            && rating <= best ? rating * 10 / best
        : throw new FormatException(string.Create(CultureInfo.InvariantCulture, $"{text} is no rating up to {best}"));

    /// <summary>UTC, midnight where no time is given; null for none and for what is none: a row is worth more than its date.</summary>
    public static DateTimeOffset? Date(string? text) =>
        DateTimeOffset.TryParseExact(
            text, s_dates, CultureInfo.InvariantCulture,
            DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal | DateTimeStyles.AllowInnerWhite, out var at)
            ? at : null;
}
