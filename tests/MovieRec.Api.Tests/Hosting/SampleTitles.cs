using MovieRec.Engine.Titles;

namespace MovieRec.Api.Tests.Hosting;

/// <summary>Small catalogue whose titles differ in every fact.</summary>
internal static class SampleTitles
{
    public static Title Alien { get; } =
        Movie(348, "Alien", 1979, 90, [27, 878], ["Ridley Scott"], ["Sigourney Weaver", "Tom Skerritt"]) with
        {
            PosterPath = "/alien.jpg",
            Overview = "A crew answers a signal.",
            VoteAverage = 8.2,
            VoteCount = 14_000,
        };

    public static Title BladeRunner { get; } =
        Movie(78, "Blade Runner", 1982, 85, [878, 18], ["Ridley Scott"], ["Harrison Ford", "Sean Young"]);

    public static Title Aliens { get; } = Movie(679, "Aliens", 1986, 80, [28, 878], ["James Cameron"], ["Sigourney Weaver", "Bill Paxton"]);

    public static Title Amelie { get; } = Movie(194, "Amélie", 2001, 70, [35, 10749], ["Jean-Pierre Jeunet"], ["Audrey Tautou"]) with
    {
        OriginalName = "Le Fabuleux Destin d'Amélie Poulain",
        OriginalLanguage = "fr",
    };

    public static Title Heat { get; } = Movie(949, "Heat", 1995, 75, [80, 28], ["Michael Mann"], ["Al Pacino", "Robert De Niro"]);

    public static Title Sunset { get; } = Movie(7001, "Yesterday's News", 2026, 60, [18], ["Nora Field"], ["Ana Bell"]);

    public static Title Detective { get; } =
        Series(46648, "True Detective", 2014, 95, [18, 80], ["Matthew McConaughey"]) with { VoteAverage = 8.9 };

    public static Title Expanse { get; } =
        Series(63639, "The Expanse", 2015, 65, [18, 10765], ["Steven Strait"]) with { VoteAverage = 8.1 };

    /// <summary>Different title with the number of <see cref="Alien"/>.</summary>
    public static Title SameNumber { get; } = Series(348, "Garden Talk", 1999, 10, [10767], ["Ian Moss"]);

    public static IReadOnlyList<Title> All { get; } = [Alien, BladeRunner, Aliens, Amelie, Heat, Sunset, Detective, Expanse, SameNumber];

    private static Title Movie(long id, string name, int year, double popularity, int[] genres, string[] directors, string[] cast) => new()
    {
        Key = new TitleKey(MediaKind.Movie, id),
        Name = name,
        ReleaseDate = $"{year}-06-01",
        Popularity = popularity,
        GenreIds = genres,
        Directors = directors,
        Cast = cast,
        OriginalLanguage = "en",
        RuntimeMinutes = 110,
    };

    private static Title Series(long id, string name, int year, double popularity, int[] genres, string[] cast) => new()
    {
        Key = new TitleKey(MediaKind.Tv, id),
        Name = name,
        ReleaseDate = $"{year}-01-12",
        Popularity = popularity,
        GenreIds = genres,
        Cast = cast,
        OriginalLanguage = "en",
        RuntimeMinutes = 50,
    };
}
