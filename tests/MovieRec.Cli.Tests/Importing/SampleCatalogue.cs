using MovieRec.Engine.Titles;

namespace MovieRec.Cli.Tests.Importing;

/// <summary>Few titles that are hard to match: equal names, a film and a series, articles, accents, subtitles.</summary>
internal static class SampleCatalogue
{
    public static Title[] Titles { get; } =
    [
        Movie(603, "The Matrix", 1999) with { ImdbId = "tt0133093", GenreIds = [28, 878], VoteAverage = 8.2, PosterPath = "/matrix.jpg" },
        Movie(78, "Blade Runner", 1982) with { GenreIds = [878] },
        Movie(348, "Alien", 1979) with { GenreIds = [27, 878] },
        Movie(679, "Aliens", 1986) with { GenreIds = [28, 878] },
        Movie(949, "Heat", 1995) with { GenreIds = [28, 80] },
        Movie(194, "Amélie", 2001) with { OriginalName = "Le Fabuleux Destin d'Amélie Poulain", GenreIds = [35] },
        Movie(11, "Star Wars", 1977) with { GenreIds = [12] },
        Movie(275, "Fargo", 1996) with { GenreIds = [80] },
        Series(60622, "Fargo", 2014) with { GenreIds = [80] },
        Series(1396, "Breaking Bad", 2008) with { GenreIds = [18] },
        Movie(1001, "Solaris", 1972) with { GenreIds = [878] },
        Movie(1002, "Solaris", 2002) with { GenreIds = [878] },
        Movie(1003, "The Twins", 1990) with { GenreIds = [18] },
        Movie(1004, "The Twins", 1990) with { GenreIds = [18] },
        Movie(1005, "Near", 2010) with { GenreIds = [18] },
        Movie(1006, "Near", 2012) with { GenreIds = [18] },
        Movie(1007, "The Batman", 2022) with { GenreIds = [80] },
        Movie(1008, "Birds of Summer: North", 2005) with { GenreIds = [18] },
    ];

    public static Title Movie(long id, string name, int year) =>
        new() { Key = new TitleKey(MediaKind.Movie, id), Name = name, ReleaseDate = $"{year}", Popularity = 1 };

    public static Title Series(long id, string name, int year) =>
        new() { Key = new TitleKey(MediaKind.Tv, id), Name = name, ReleaseDate = $"{year}", Popularity = 1 };
}
