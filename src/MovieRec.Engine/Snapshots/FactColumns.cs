using System.Globalization;
using MovieRec.Engine.Binary;
using MovieRec.Engine.Titles;

namespace MovieRec.Engine.Snapshots;

/// <summary>Writer of the columns of titles' figures, dates and codes.</summary>
internal static class FactColumns
{
    /// <summary>Factor that makes votes whole numbers, since they have up to three decimals (popularities up to four).</summary>
    public const int VoteScale = 1_000;
    public const int PopularityScale = 10_000;

    /// <summary>Year that is 0 in the column of years, so that most take one byte.</summary>
    public const int Epoch = 2000;

    /// <summary>Bound of scaled decimals; beyond it a double may not distinguish neighbouring ones.</summary>
    private const double MostExact = 1L << 52;

    public static void WriteDates(ColumnWriter columns, IReadOnlyList<Title> titles)
    {
        var (forms, years, days) = (new List<ulong>(titles.Count), new List<ulong>(titles.Count), new List<ulong>(titles.Count));
        foreach (var title in titles)
        {
            if (title.Year is not ({ } year and >= 0 and <= 9999))
            {
                forms.Add(0);
                continue;
            }
            years.Add(ZigZag.Encode(year - Epoch));
            if (title.ReleaseDate is { Length: 10 } date && date[4] == '-' && date[7] == '-' && TryTwo(date, 5, out var month)
                && TryTwo(date, 8, out var day))
            {
                forms.Add(month + 2);
                days.Add(day);
            }
            else
            {
                forms.Add(1);
            }
        }
        columns.Numbers(forms);
        columns.Numbers(years);
        columns.Numbers(days);
    }

    public static void WriteGenres(ColumnWriter columns, IReadOnlyList<Title> titles)
    {
        var lists = new DictionaryEncoder();
        foreach (var title in titles)
            lists.Add(string.Join(',', title.GenreIds));
        var (numbers, distinct) = lists.Close(0);
        columns.Numbers(numbers);
        var (counts, genres) = (new List<ulong>(), new List<ulong>());
        foreach (var list in distinct)
        {
            var parts = list.Split(',', StringSplitOptions.RemoveEmptyEntries);
            counts.Add((ulong)parts.Length);
            foreach (var part in parts)
                genres.Add(ZigZag.Encode(int.Parse(part, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture)));
        }
        columns.Numbers(counts);
        columns.Numbers(genres);
    }

    public static void WriteCountries(ColumnWriter columns, IReadOnlyList<Title> titles)
    {
        var lists = new DictionaryEncoder();
        var firsts = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);
        foreach (var title in titles)
        {
            // The lengths distinguish ["a", "b"] from ["ab"].
            var list = string.Concat(
                title.Countries.Select(country => string.Create(CultureInfo.InvariantCulture, $"{country.Length}:{country}")));
            _ = firsts.TryAdd(list, title.Countries);
            lists.Add(list);
        }
        var (numbers, distinct) = lists.Close(0);
        columns.Numbers(numbers);
        columns.Numbers(distinct.ConvertAll(list => (ulong)firsts[list].Count));
        columns.Texts([.. distinct.SelectMany(list => firsts[list])]);
    }

    public static void WriteCodes(ColumnWriter columns, IReadOnlyList<Title> titles, Func<Title, string?> code)
    {
        var codes = new DictionaryEncoder();
        foreach (var title in titles)
            codes.Add(code(title));
        var (numbers, distinct) = codes.Close(1);
        columns.Numbers(numbers);
        columns.Texts(distinct);
    }

    public static void WriteFigures(ColumnWriter columns, IReadOnlyList<Title> titles, Func<Title, int?> figure)
    {
        var figures = new List<ulong>(titles.Count);
        foreach (var title in titles)
            figures.Add(figure(title) is { } number ? ZigZag.Encode(number) + 1 : 0);
        columns.Numbers(figures);
    }

    public static void WriteVotes(ColumnWriter columns, IReadOnlyList<Title> titles)
    {
        var (votes, odd) = (new List<ulong>(titles.Count), new List<ulong>());
        foreach (var title in titles)
        {
            if (title.VoteAverage is not { } vote)
            {
                votes.Add(0);
            }
            else if (TryScale(vote, VoteScale, out var thousandths))
            {
                votes.Add(ZigZag.Encode(thousandths) + 2);
            }
            else
            {
                votes.Add(1);
                odd.Add(BitConverter.DoubleToUInt64Bits(vote));
            }
        }
        columns.Numbers(votes);
        columns.Numbers(odd);
    }

    public static void WritePopularities(ColumnWriter columns, IReadOnlyList<Title> titles)
    {
        var (distances, odd, before) = (new List<ulong>(titles.Count), new List<ulong>(), 0L);
        foreach (var title in titles)
        {
            if (TryScale(title.Popularity, PopularityScale, out var scaled))
            {
                distances.Add(ZigZag.Encode(scaled - before) + 1);
                before = scaled;
            }
            else
            {
                distances.Add(0);
                odd.Add(BitConverter.DoubleToUInt64Bits(title.Popularity));
            }
        }
        columns.Numbers(distances);
        columns.Numbers(odd);
    }

    // Returns true if dividing the scaled whole number gives exactly the value, as it does for decimals of few places.
    private static bool TryScale(double value, int scale, out long scaled)
    {
        var rounded = Math.Round(value * scale);
        scaled = Math.Abs(rounded) < MostExact ? (long)rounded : 0;
        return scaled / (double)scale == value && !(value == 0 && double.IsNegative(value));
    }

    private static bool TryTwo(string text, int at, out ulong number)
    {
        number = 0;
        if (!char.IsAsciiDigit(text[at]) || !char.IsAsciiDigit(text[at + 1]))
            return false;
        number = (ulong)(((text[at] - '0') * 10) + text[at + 1] - '0');
        return true;
    }
}
