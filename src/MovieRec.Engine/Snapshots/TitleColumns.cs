using System.Globalization;
using MovieRec.Engine.Binary;
using MovieRec.Engine.Titles;

namespace MovieRec.Engine.Snapshots;

/// <summary>Reader of the columns of titles; equal dates and equal lists of codes become one object.</summary>
internal sealed class TitleColumns(ColumnReader columns, string?[]? names)
{
    private bool _failed;

    /// <summary>Reads the titles in their order; returns null if the columns contradict each other.</summary>
    public Title[]? Read()
    {
        var keys = columns.Keys();
        var (titleNames, originals) = (columns.Texts(), columns.Texts());
        var dates = Dates(keys.Length);
        var genres = Genres(keys.Length);
        var countries = Countries(keys.Length);
        var (languages, certifications) = (Codes(keys.Length), Codes(keys.Length));
        var runtimes = Column(keys.Length);
        var votes = Votes(keys.Length);
        var voteCounts = Column(keys.Length);
        var popularities = Popularities(keys.Length);
        var credits = new CreditColumns(columns, names);
        var keywords = Lists(keys.Length, columns.Numbers(), columns.Numbers(), Known(columns.Texts()));
        if (_failed || columns.Failed || titleNames.Length != keys.Length || originals.Length != keys.Length || !credits.Are(keys.Length))
            return null;
        var titles = new Title[keys.Length];
        for (var i = 0; i < titles.Length; i++)
        {
            if (titleNames[i] is not { } name)
                return null;
            titles[i] = new Title
            {
                Key = keys[i],
                Name = name,
                OriginalName = originals[i],
                ReleaseDate = dates[i],
                GenreIds = genres[i],
                Cast = credits.Cast(i),
                Directors = credits.Directors(i),
                Keywords = keywords[i],
                Countries = countries[i],
                OriginalLanguage = languages[i],
                Certification = certifications[i],
                RuntimeMinutes = Figure(runtimes[i]),
                VoteAverage = votes[i],
                VoteCount = Figure(voteCounts[i]),
                Popularity = popularities[i],
            };
        }
        return credits.IsAtEnd ? titles : null;
    }

    private ulong[] Column(int count)
    {
        var numbers = columns.Numbers();
        return numbers.Length == count ? numbers : Fail<ulong>(count);
    }

    private string?[] Dates(int count)
    {
        var (forms, years, days) = (Column(count), columns.Numbers(), columns.Numbers());
        var (dates, known) = (new string?[forms.Length], new Dictionary<int, string>());
        var (year, day) = (0, 0);
        for (var i = 0; i < dates.Length; i++)
        {
            if (forms[i] == 0)
                continue;
            var full = forms[i] > 1;
            if (year == years.Length || (full && day == days.Length) || forms[i] > 101)
                return Fail<string?>(count);
            var (y, m, d) =
                (ZigZag.Decode(years[year++]) + FactColumns.Epoch, full ? (int)forms[i] - 2 : 100, full ? days[day++] : 0);
            if (y is < 0 or > 9999 || d > 99)
                return Fail<string?>(count);
            var code = ((((int)y * 101) + m) * 100) + (int)d;
            if (!known.TryGetValue(code, out dates[i]))
            {
                known[code] = dates[i] = string.Create(CultureInfo.InvariantCulture, $"{y:0000}")
                    + (full ? string.Create(CultureInfo.InvariantCulture, $"-{m:00}-{d:00}") : "");
            }
        }
        return year == years.Length && day == days.Length ? dates : Fail<string?>(count);
    }

    private int[][] Genres(int count)
    {
        var (numbers, counts, genres) = (Column(count), columns.Numbers(), columns.Numbers());
        var ids = Array.ConvertAll(genres, genre => unchecked((int)ZigZag.Decode(genre)));
        return Picked(numbers, Cut(counts, ids));
    }

    private string[][] Countries(int count)
    {
        var (numbers, counts, codes) = (Column(count), columns.Numbers(), columns.Texts());
        return Picked(numbers, Cut(counts, Known(codes)));
    }

    private string?[] Codes(int count)
    {
        var (numbers, texts) = (Column(count), columns.Texts());
        return Picked(numbers, [null, .. texts]);
    }

    private double?[] Votes(int count)
    {
        var (numbers, odd) = (Column(count), columns.Numbers());
        var (votes, at) = (new double?[numbers.Length], 0);
        for (var i = 0; i < votes.Length; i++)
        {
            if (numbers[i] == 1 && at == odd.Length)
                return Fail<double?>(count);
            votes[i] = numbers[i] switch
            {
                0 => null,
                1 => BitConverter.UInt64BitsToDouble(odd[at++]),
                var scaled => ZigZag.Decode(scaled - 2) / (double)FactColumns.VoteScale,
            };
        }
        return at == odd.Length ? votes : Fail<double?>(count);
    }

    private double[] Popularities(int count)
    {
        var (distances, odd) = (Column(count), columns.Numbers());
        var (popularities, at, before) = (new double[distances.Length], 0, 0L);
        for (var i = 0; i < popularities.Length; i++)
        {
            if (distances[i] == 0 && at == odd.Length)
                return Fail<double>(count);
            if (distances[i] > 0)
                before = unchecked(before + ZigZag.Decode(distances[i] - 1));
            popularities[i] = distances[i] == 0 ? BitConverter.UInt64BitsToDouble(odd[at++]) : before / (double)FactColumns.PopularityScale;
        }
        return at == odd.Length ? popularities : Fail<double>(count);
    }

    private string[][] Lists(int count, ulong[] counts, ulong[] numbers, string[] texts)
    {
        if (counts.Length != count)
            return Fail<string[]>(count);
        var (lists, at) = (new string[count][], 0);
        for (var i = 0; i < lists.Length; i++)
        {
            if (counts[i] > (ulong)(numbers.Length - at))
                return Fail<string[]>(count);
            var list = counts[i] == 0 ? [] : new string[(int)counts[i]];
            for (var j = 0; j < list.Length; j++)
            {
                if (numbers[at] >= (ulong)texts.Length)
                    return Fail<string[]>(count);
                list[j] = texts[numbers[at++]];
            }
            lists[i] = list;
        }
        return at == numbers.Length ? lists : Fail<string[]>(count);
    }

    // Splits values into lists of the given lengths, the sum of which must be the number of values.
    private T[][] Cut<T>(ulong[] counts, T[] values)
    {
        var (lists, at) = (new T[counts.Length][], 0);
        for (var i = 0; i < lists.Length; i++)
        {
            if (counts[i] > (ulong)(values.Length - at))
                return Fail<T[]>(counts.Length);
            lists[i] = counts[i] == 0 ? [] : values.AsSpan(at, (int)counts[i]).ToArray();
            at += lists[i].Length;
        }
        return at == values.Length ? lists : Fail<T[]>(counts.Length);
    }

    private T[] Picked<T>(ulong[] numbers, T[] values)
    {
        var picked = new T[numbers.Length];
        for (var i = 0; i < picked.Length; i++)
        {
            if (numbers[i] >= (ulong)values.Length)
                return Fail<T>(numbers.Length);
            picked[i] = values[numbers[i]];
        }
        return picked;
    }

    private string[] Known(string?[] texts)
    {
        _failed |= Array.Exists(texts, text => text is null);
        return texts!;
    }

    private static int? Figure(ulong code) => code == 0 ? null : unchecked((int)ZigZag.Decode(code - 1));

    private T[] Fail<T>(int count)
    {
        _failed = true;
        return new T[count];
    }
}
