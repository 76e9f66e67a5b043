using System.Collections.Frozen;

namespace MovieRec.Engine.Titles;

/// <summary>Genre numbers of TMDB with English names, for films and series.</summary>
/// <remarks>One table serves both, because numbers that films and series share have the same name.</remarks>
public static class Genres
{
    private static readonly FrozenDictionary<int, string> s_names = new Dictionary<int, string>
    {
        [12] = "Adventure",
        [14] = "Fantasy",
        [16] = "Animation",
        [18] = "Drama",
        [27] = "Horror",
        [28] = "Action",
        [35] = "Comedy",
        [36] = "History",
        [37] = "Western",
        [53] = "Thriller",
        [80] = "Crime",
        [99] = "Documentary",
        [878] = "Science Fiction",
        [9648] = "Mystery",
        [10402] = "Music",
        [10749] = "Romance",
        [10751] = "Family",
        [10752] = "War",
        [10759] = "Action & Adventure",
        [10762] = "Kids",
        [10763] = "News",
        [10764] = "Reality",
        [10765] = "Sci-Fi & Fantasy",
        [10766] = "Soap",
        [10767] = "Talk",
        [10768] = "War & Politics",
        [10770] = "TV Movie",
    }.ToFrozenDictionary();

    private static readonly FrozenDictionary<string, int> s_numbers = s_names
        .ToDictionary(genre => genre.Value, genre => genre.Key, StringComparer.OrdinalIgnoreCase)
        .Concat([new("sci-fi", 878), new("scifi", 878), new("science-fiction", 878)])
        .ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    /// <summary>All known genre numbers.</summary>
    public static IReadOnlyCollection<int> All => s_names.Keys;

    /// <summary>Returns the English name of a genre; null if the number is unknown.</summary>
    public static string? GetName(int genreId) => s_names.GetValueOrDefault(genreId);

    /// <summary>Parses a positive number or an English name in any case; returns false for other texts.</summary>
    public static bool TryParse(string? text, out int genreId)
    {
        genreId = 0;
        return text is not null && (s_numbers.TryGetValue(text.Trim(), out genreId) || (int.TryParse(text, out genreId) && genreId > 0));
    }
}
