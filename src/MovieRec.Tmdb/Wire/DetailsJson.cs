using System.Text.Json.Serialization;

namespace MovieRec.Tmdb.Wire;

/// <summary>Details of a film or a series, with the appended responses.</summary>
internal sealed class DetailsJson : ItemJson
{
    [JsonConverter(typeof(LenientList<NamedJson>))]
    public List<NamedJson> Genres { get; set; } = [];

    /// <summary>Minutes of a film; 0 if unknown.</summary>
    public double Runtime { get; set; }

    /// <summary>Minutes of a series' episodes; empty for most series since 2023.</summary>
    [JsonConverter(typeof(LenientNumbers))]
    public int[] EpisodeRunTime { get; set; } = [];

    [JsonConverter(typeof(LenientObject<EpisodeJson>))]
    public EpisodeJson? LastEpisodeToAir { get; set; }

    /// <summary>Creators of a series.</summary>
    [JsonConverter(typeof(LenientList<PersonJson>))]
    public List<PersonJson> CreatedBy { get; set; } = [];

    [JsonConverter(typeof(LenientList<RegionJson>))]
    public List<RegionJson> ProductionCountries { get; set; } = [];

    /// <summary>IMDb id of a film; that of a series is only in <see cref="ExternalIds"/>.</summary>
    public string? ImdbId { get; set; }

    [JsonConverter(typeof(LenientObject<CreditsJson>))]
    public CreditsJson? Credits { get; set; }

    [JsonConverter(typeof(LenientObject<KeywordsJson>))]
    public KeywordsJson? Keywords { get; set; }

    [JsonConverter(typeof(LenientObject<ExternalIdsJson>))]
    public ExternalIdsJson? ExternalIds { get; set; }

    /// <summary>Certifications of a film by region.</summary>
    [JsonConverter(typeof(LenientObject<RegionsJson>))]
    public RegionsJson? ReleaseDates { get; set; }

    /// <summary>Certifications of a series by region.</summary>
    [JsonConverter(typeof(LenientObject<RegionsJson>))]
    public RegionsJson? ContentRatings { get; set; }
}

internal sealed class EpisodeJson
{
    public double Runtime { get; set; }
}

internal sealed class CreditsJson
{
    [JsonConverter(typeof(LenientList<PersonJson>))]
    public List<PersonJson> Cast { get; set; } = [];

    [JsonConverter(typeof(LenientList<PersonJson>))]
    public List<PersonJson> Crew { get; set; } = [];
}

/// <summary>Member of the cast (with an order) or the crew (with a job), or creator of a series.</summary>
internal sealed class PersonJson
{
    public string? Name { get; set; }

    public double Order { get; set; } = double.NaN;

    public string? Job { get; set; }
}

internal sealed class KeywordsJson
{
    /// <summary>Keywords of a film.</summary>
    [JsonConverter(typeof(LenientList<NamedJson>))]
    public List<NamedJson> Keywords { get; set; } = [];

    /// <summary>Keywords of a series.</summary>
    [JsonConverter(typeof(LenientList<NamedJson>))]
    public List<NamedJson> Results { get; set; } = [];
}

internal sealed class ExternalIdsJson
{
    public string? ImdbId { get; set; }

    public string? WikidataId { get; set; }
}

internal sealed class RegionsJson
{
    [JsonConverter(typeof(LenientList<RegionJson>))]
    public List<RegionJson> Results { get; set; } = [];
}

/// <summary>Country with the certification of a title: a film has one per release, a series one.</summary>
internal sealed class RegionJson
{
    [JsonPropertyName("iso_3166_1")]
    public string? Code { get; set; }

    public string? Rating { get; set; }

    [JsonConverter(typeof(LenientList<ReleaseJson>))]
    public List<ReleaseJson> ReleaseDates { get; set; } = [];
}

internal sealed class ReleaseJson
{
    public string? Certification { get; set; }
}
