using MovieRec.Engine.Titles;

namespace MovieRec.TestKit.Tmdb;

/// <summary>Titles computed from their numbers: always the same per number, with all the oddities of TMDB's titles.</summary>
public static class GeneratedTitles
{
    private static readonly string[] s_first =
        ["Silent", "Crimson", "Hollow", "Électric", "Distant", "Golden", "Broken", "Paper", "Winter", "Señor", "Wild",
        "Last", "Second", "Iron", "Velvet", "Lost", "Northern", "Über", "Burning", "Quiet"];

    private static readonly string[] s_second =
        ["River", "Garden", "Station", "Harbour", "Machine", "Orchard", "Signal", "Mountain", "Café", "Island",
        "Letter", "Mirror", "Kingdom", "Summer", "Engine", "Promise", "Witness", "Lantern", "Shadow", "Horizon"];

    private static readonly string[] s_people =
        ["Ana", "Björn", "Chloé", "Dmitri", "Ella", "Farid", "Greta", "Hiro", "Inés", "Jack", "Keiko", "Liam",
        "Maya", "Noah", "Olga", "Pedro", "Quinn", "Rosa", "Sven", "Tara"];

    private static readonly string[] s_families =
        ["Abbott", "Brandt", "Castillo", "Dubois", "Eriksen", "Fontaine", "García", "Hughes", "Ito", "Jensen",
        "Kowalski", "Lindqvist", "Moreau", "Novák", "Okafor", "Petrov", "Quist", "Rossi", "Suzuki", "Tanaka", "Ueda", "Vargas", "Weiss",
        "Young", "Zhang"];

    private static readonly string[] s_keywords =
        ["heist", "time travel", "small town", "robot", "revenge", "friendship", "based on novel", "space",
        "detective", "wedding", "dystopia", "vampire", "road trip", "music", "chess", "sea", "war", "dog", "school", "memory"];

    private static readonly string[] s_countries = ["US", "GB", "FR", "JP", "DE", "KR", "IN", "ES"];
    private static readonly string[] s_languages = ["en", "en", "fr", "ja", "de", "ko", "hi", "es"];
    private static readonly int[] s_filmGenres = [12, 14, 16, 18, 27, 28, 35, 36, 37, 53, 80, 99, 878, 9648, 10402, 10749, 10751, 10752];
    private static readonly int[] s_seriesGenres = [16, 18, 35, 37, 80, 99, 9648, 10751, 10759, 10762, 10764, 10765, 10768];
    private static readonly string[] s_filmRatings = ["G", "PG", "PG-13", "R"];
    private static readonly string[] s_seriesRatings = ["TV-G", "TV-PG", "TV-14", "TV-MA"];

    /// <summary>Creates the title of a number, 1 or more.</summary>
    public static TmdbTitle Create(TitleKey key)
    {
        var id = key.Id;
        var draw = new Draw(((ulong)id * 2) + (ulong)key.Kind);
        var isSeries = key.Kind == MediaKind.Tv;
        var country = draw.Below(s_countries.Length);
        var votes = id % 43 == 0 ? 0 : 30_000 / (1 + draw.Below(997));
        var facts = new Title
        {
            Key = key,
            Name = GetName(id),
            OriginalName = id % 9 == 0 ? $"Título {id}" : null,
            ReleaseDate = id % 41 == 0 ? null : $"{1950 + draw.Below(76)}-{1 + draw.Below(12):D2}-{1 + draw.Below(28):D2}",
            GenreIds = draw.Some(isSeries ? s_seriesGenres : s_filmGenres, 1 + draw.Below(3)),
            Cast = draw.People(3 + draw.Below(8)),
            Directors = draw.People(1 + draw.Below(2)),
            Keywords = draw.Some(s_keywords, draw.Below(8)),
            Countries = [s_countries[country]],
            OriginalLanguage = s_languages[country],
            Certification = id % 17 == 0 ? null : draw.One(isSeries ? s_seriesRatings : s_filmRatings),
            RuntimeMinutes = id % 37 == 0 ? null : isSeries ? 20 + draw.Below(45) : 70 + draw.Below(110),
            VoteAverage = votes == 0 ? null : (10 + draw.Below(90)) / 10.0,
            VoteCount = votes,
            Popularity = (1 + draw.Below(100_000)) / 100.0,
            Overview =
                $"Number {id}: {draw.One(s_people)} finds a {draw.One(s_keywords)} and a {draw.One(s_keywords)} at the end of the world.",
            PosterPath = id % 31 == 0 ? null : $"/{key.KindName}{id}.jpg",
            BackdropPath = id % 29 == 0 ? null : $"/{key.KindName}{id}wide.jpg",
            ImdbId = id % 11 == 0 ? null : $"tt{key.Kind + 1:D}{id:D7}",
            WikidataId = id % 13 == 0 ? null : $"Q{key.Kind + 1:D}{id:D7}",
        };
        return new TmdbTitle(facts)
        {
            Adult = id % 53 == 0,
            Softcore = id % 59 == 0,
            ListsGenres = id % 7 != 3,
            CertifiedIn = id % 19 == 0 ? "DE" : id % 5 == 0 ? "GB" : "US",
            TimesLastEpisodeAlone = id % 2 == 0,
        };
    }

    /// <summary>Returns a name that is unique within its kind.</summary>
    public static string GetName(long id)
    {
        var pair = (int)(id % (s_first.Length * s_second.Length));
        return $"{s_first[pair % s_first.Length]} {s_second[pair / s_first.Length]} {id}";
    }

    // SplitMix64: good pseudo-random numbers that depend only on the title's number.
    private struct Draw(ulong seed)
    {
        private ulong _state = seed;

        public int Below(int limit)
        {
            _state += 0x9E3779B97F4A7C15;
            var mixed = (_state ^ (_state >> 30)) * 0xBF58476D1CE4E5B9;
            mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EB;
            return (int)((mixed ^ (mixed >> 31)) % (ulong)limit);
        }

        public T One<T>(T[] items) => items[Below(items.Length)];

        public List<T> Some<T>(T[] items, int count)
        {
            var at = Below(items.Length);
            var some = new List<T>(count);
            for (var i = 0; i < count; i++)
                some.Add(items[(at + i) % items.Length]);
            return some;
        }

        public List<string> People(int count)
        {
            var people = new List<string>(count);
            var at = Below(s_people.Length * s_families.Length);
            for (var i = 0; i < count; i++)
            {
                var one = (at + (i * 7)) % (s_people.Length * s_families.Length);
                people.Add($"{s_people[one % s_people.Length]} {s_families[one / s_people.Length]}");
            }
            return people;
        }
    }
}
