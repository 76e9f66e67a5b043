using System.Text.Json.Serialization;

namespace MovieRec.Tmdb.Wire;

/// <summary>Page of a list.</summary>
internal sealed class PageJson
{
    public double TotalPages { get; set; }

    public double TotalResults { get; set; }

    [JsonConverter(typeof(LenientList<ItemJson>))]
    public List<ItemJson> Results { get; set; } = [];
}

/// <summary>Titles that TMDB found by an id of another site.</summary>
internal sealed class FoundJson
{
    [JsonConverter(typeof(LenientList<ItemJson>))]
    public List<ItemJson> MovieResults { get; set; } = [];

    [JsonConverter(typeof(LenientList<ItemJson>))]
    public List<ItemJson> TvResults { get; set; } = [];
}

/// <summary>A genre or a keyword.</summary>
internal sealed class NamedJson
{
    public double Id { get; set; } = double.NaN;

    public string? Name { get; set; }
}

/// <summary>Response body of any status but 200; <c>success</c> is not always present.</summary>
internal sealed class ErrorJson
{
    public double StatusCode { get; set; }
}
