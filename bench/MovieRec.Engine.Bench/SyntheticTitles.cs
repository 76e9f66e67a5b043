using System.Globalization;
using MovieRec.Engine.Titles;

namespace MovieRec.Engine.Bench;

/// <summary>Made-up titles with the statistics of the embedded catalogue.</summary>
/// <remarks>There are five films per series, the genre frequencies of the catalogue, one to three genres, and eight of the cast. People,
/// names and words grow with the catalogue and are as unevenly shared.</remarks>
internal static class SyntheticTitles
{
    private static readonly (int Genre, int Frequency)[] s_genres =
    [
        (18, 3677), (35, 3500), (53, 1601), (28, 1342), (27, 1186), (80, 1174), (10749, 1114), (878, 896), (12, 787), (14, 454), (16, 428),
        (10402, 382), (10752, 330), (37, 259), (36, 254), (10751, 234), (9648, 167), (99, 58),
    ];

    public static List<Title> Make(int count, int seed)
    {
        var random = new Random(seed);
        var titles = new List<Title>(count);
        for (var i = 0; i < count; i++)
        {
            var tv = i % 6 == 5;
            titles.Add(new Title
            {
                Key = new TitleKey(tv ? MediaKind.Tv : MediaKind.Movie, 1_000 + i),
                Name = string.Join(' ', Enumerable.Range(0, random.Next(1, 5)).Select(_ => Word(random, count))),
                ReleaseDate = (1960 + (int)(66 * Math.Sqrt(random.NextDouble()))).ToString(CultureInfo.InvariantCulture),
                GenreIds = [.. Enumerable.Range(0, random.Next(1, 4)).Select(_ => Genre(random)).Distinct()],
                Cast = [.. Enumerable.Range(0, 8).Select(_ => Person(random, count * 17 / 10))],
                Directors = tv ? [] : [Person(random, count / 2)],
                Countries = random.Next(3) > 0 ? ["US"] : [],
                OriginalLanguage = random.Next(3) > 0 ? random.Next(20) == 0 ? "ja" : "en" : null,
                RuntimeMinutes = tv ? 45 : random.Next(4) == 0 ? random.Next(80, 180) : null,
                VoteAverage = tv ? 5 + (4 * random.NextDouble()) : null,
                Popularity = Math.Round(100.0 * (count - i) / count, 2),
            });
        }
        return titles;
    }

    private static int Genre(Random random)
    {
        var at = random.Next(s_genres.Sum(genre => genre.Frequency));
        foreach (var (genre, frequency) in s_genres)
        {
            if ((at -= frequency) < 0)
                return genre;
        }
        return 18;
    }

    private static int Uneven(Random random, int count) => (int)(count * Math.Pow(random.NextDouble(), 1.6));

    private static string Person(Random random, int count)
    {
        var number = Uneven(random, count);
        return $"{Syllables(number % 997)} {Syllables(number / 3)}";
    }

    private static string Word(Random random, int count) => Syllables(Uneven(random, count / 2));

    private static string Syllables(int number)
    {
        const string Consonants = "bdfgklmnprstvw";
        const string Vowels = "aeiou";
        var text = "";
        for (number += 70; number > 0; number /= 70)
            text += $"{Consonants[number % 14]}{Vowels[number % 70 / 14]}";
        return text;
    }
}
