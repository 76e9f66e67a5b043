namespace MovieRec.Web.Tests.Hosting;

/// <summary>Titles of the product's catalogue, in the form that the lists accept.</summary>
internal static class Titles
{
    public const string Matrix = "/title/movie/9312698851";

    public static object[] Liked { get; } =
    [
        new { mediaId = "9258849629", mediaType = "movie", title = "Inception", releaseDate = "2010", genreIds = new[] { 28, 878 } },
        new { mediaId = "9114028969", mediaType = "movie", title = "Blade Runner", releaseDate = "1982", genreIds = new[] { 878 } },
        new { mediaId = "9217854278", mediaType = "movie", title = "Interstellar", releaseDate = "2014",
            genreIds = new[] { 12, 18, 878, 53 } },
    ];

    public static object ToWatch { get; } =
        new
        {
            mediaId = "9395669262",
            mediaType = "tv",
            title = "Breaking Bad",
            releaseDate = "2008-01-20",
            voteAverage = 9.2,
            genreIds = new[] { 18, 80 }
        };
}
