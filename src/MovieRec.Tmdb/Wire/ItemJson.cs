using System.Text.Json.Serialization;

namespace MovieRec.Tmdb.Wire;

/// <summary>Film or series in lists and details.</summary>
/// <remarks>Films have <c>title</c> and <c>release_date</c>, series <c>name</c> and <c>first_air_date</c>.</remarks>
internal class ItemJson
{
    public double Id { get; set; } = double.NaN;

    /// <summary>Kind of the item in <c>search/multi</c> and <c>trending</c>: <c>movie</c>, <c>tv</c>, <c>person</c> or
    /// <c>collection</c>.</summary>
    public string? MediaType { get; set; }

    public bool Adult { get; set; }

    /// <summary>Flag that TMDB has sent since 2026.</summary>
    public bool Softcore { get; set; }

    public string? Title { get; set; }

    public string? Name { get; set; }

    public string? OriginalTitle { get; set; }

    public string? OriginalName { get; set; }

    public string? ReleaseDate { get; set; }

    public string? FirstAirDate { get; set; }

    /// <summary>Ids of genres, which only lists contain, and not all of them.</summary>
    [JsonConverter(typeof(LenientNumbers))]
    public int[] GenreIds { get; set; } = [];

    public string? OriginalLanguage { get; set; }

    [JsonConverter(typeof(LenientList<string>))]
    public List<string> OriginCountry { get; set; } = [];

    public double VoteAverage { get; set; } = double.NaN;

    public double VoteCount { get; set; } = double.NaN;

    public double Popularity { get; set; }

    public string? Overview { get; set; }

    public string? PosterPath { get; set; }

    public string? BackdropPath { get; set; }
}
