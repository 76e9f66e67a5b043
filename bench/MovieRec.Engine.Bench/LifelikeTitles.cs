using System.Globalization;
using MovieRec.Engine.Titles;

namespace MovieRec.Engine.Bench;

/// <summary>Made-up titles in TMDB's form, most popular first.</summary>
/// <remarks>They have TMDB's numbers, full dates, votes with three decimals and popularities with four. They have ten of the cast, eight to
/// ten keywords, and an original name for the third that is not English. Names are made of the real catalogue's words, and people's of its
/// first and last names, each drawn as unevenly as there. The numbers of people and keywords grow with the catalogue.</remarks>
internal static class LifelikeTitles
{
    private static readonly string[] s_certifications = ["PG-13", "R", "PG", "NR", "TV-MA", "TV-14", "12", "15", "18", "G"];
    private static readonly string[] s_languages =
        ["en", "en", "en", "en", "ja", "fr", "es", "ko", "de", "it", "hi", "zh", "pt", "ru", "sv"];
    private static readonly string[] s_countries =
        ["US", "US", "US", "GB", "JP", "FR", "ES", "KR", "DE", "IT", "IN", "CN", "BR", "RU", "SE", "CA", "AU"];
    private static readonly int[] s_genres = [18, 35, 53, 28, 27, 80, 10749, 878, 12, 14, 16, 10402, 10752, 37, 36, 10751, 9648, 99];

    public static List<Title> Make(int count, IReadOnlyList<Title> real, int seed)
    {
        var random = new Random(seed);
        var words = real.SelectMany(title => title.Name.Split(' ')).ToArray();
        var people = real.SelectMany(title => title.Cast).Select(name => name.Split(' ', 2)).Where(parts => parts.Length == 2).ToArray();
        var (crew, collaborative) = (Collaborative(random, people, count), Collaborative(random, people, count * 7));
        var keywords = Enumerable.Range(0, 400 + (count / 4)).Select(i => Words(random, words, 1 + (i % 2)).ToLowerInvariant()).ToArray();
        var ids = new HashSet<long>();
        var titles = new List<Title>(count);
        while (titles.Count < count)
        {
            var language = s_languages[Uneven(random, s_languages.Length, 1)];
            var (year, rank) = (2026 - (int)(80 * Math.Pow(random.NextDouble(), 2)), titles.Count + 1);
            var tv = random.Next(5) == 0;
            var id = (long)(1_400_000 * random.NextDouble() * random.NextDouble()) + 2;
            if (!ids.Add(id))
                continue;
            titles.Add(new Title
            {
                Key = new TitleKey(tv ? MediaKind.Tv : MediaKind.Movie, id),
                Name = Words(random, words, random.Next(1, 5)),
                OriginalName = language == "en" ? null : Foreign(random, language, random.Next(4, 16)),
                ReleaseDate = string.Create(CultureInfo.InvariantCulture, $"{year:0000}-{random.Next(1, 13):00}-{random.Next(1, 29):00}"),
                GenreIds = [.. Enumerable.Range(0, random.Next(1, 5)).Select(_ => s_genres[Uneven(random, s_genres.Length, 2)]).Distinct()],
                Cast = [.. Enumerable.Range(0, 10).Select(_ => collaborative[Uneven(random, collaborative.Length, 2.2)])],
                Directors = tv
                    ? []
                    : [.. Enumerable.Range(0, random.Next(10) == 0 ? 2 : 1).Select(_ => crew[Uneven(random, crew.Length, 1.8)])],
                Keywords = [.. Enumerable.Range(0, random.Next(8, 11)).Select(_ => keywords[Uneven(random, keywords.Length, 3)])],
                Countries =
                    [.. Enumerable.Range(0, random.Next(4) == 0 ? 2 : 1).Select(_ => s_countries[Uneven(random, s_countries.Length, 1.5)])
                        .Distinct()],
                OriginalLanguage = language,
                Certification = random.Next(3) == 0 ? null : s_certifications[random.Next(s_certifications.Length)],
                RuntimeMinutes = tv ? random.Next(20, 65) : random.Next(75, 160),
                VoteAverage =
                    Math.Round(Math.Clamp(6.4 + (random.NextDouble() + random.NextDouble() + random.NextDouble() - 1.5) * 2, 1, 10), 3),
                VoteCount = (int)(30_000 * Math.Pow(rank, -0.6) * (0.3 + random.NextDouble())) + 1,
                Popularity = Math.Round(900 * Math.Pow(rank, -0.6) + random.NextDouble(), 4),
            });
        }
        return titles;
    }

    private static string[] Collaborative(Random random, string[][] people, int count) =>
        [.. Enumerable.Range(0, count).Select(_ => $"{people[random.Next(people.Length)][0]} {people[random.Next(people.Length)][1]}")];

    private static string Words(Random random, string[] words, int count) =>
        string.Join(' ', Enumerable.Range(0, count).Select(_ => words[random.Next(words.Length)]));

    // Japanese, Korean, Chinese, Russian and Hindi in their own letters, which take two or three bytes.
    private static string Foreign(Random random, string language, int length)
    {
        var (first, letters) = language switch
        {
            "ja" => ('\u3042', 80),
            "ko" => ('\uAC00', 1_000),
            "zh" => ('\u4E00', 2_000),
            "ru" => ('\u0430', 32),
            "hi" => ('\u0905', 50),
            _ => ('a', 26),
        };
        return string.Create(language is "ja" or "ko" or "zh" ? 1 + (length / 2) : length, (random, first, letters), static (text, from) =>
        {
            foreach (ref var letter in text)
                letter = (char)(from.first + Uneven(from.random, from.letters, 1.5));
        });
    }

    private static int Uneven(Random random, int count, double power) => (int)(count * Math.Pow(random.NextDouble(), power));
}
