using System.Text.Json.Serialization;

namespace MovieRec.Tmdb.Wire;

/// <summary>Details of a film or a series, with the appended responses.</summary>
internal sealed class DetailsJson : ItemJson
{
    [JsonConverter(typeof(LenientList<NamedJson>))]
    public List<NamedJson> Genres { get; set; } = [];

    /// <summary>Of a film; 0 where unknown.</summary>
    public double Runtime { get; set; }

    /// <summary>Of a series; empty for most since 2023.</summary>
    [JsonConverter(typeof(LenientNumbers))]
    public int[] EpisodeRunTime { get; set; } = [];

    [JsonConverter(typeof(LenientObject<EpisodeJson>))]
    public EpisodeJson? LastEpisodeToAir { get; set; }

    /// <summary>Of a series.</summary>
    [JsonConverter(typeof(LenientList<PersonJson>))]
    public List<PersonJson> CreatedBy { get; set; } = [];

    [JsonConverter(typeof(LenientList<RegionJson>))]
    public List<RegionJson> ProductionCountries { get; set; } = [];

    /// <summary>Of a film; a series has it among <see cref="ExternalIds"/> alone.</summary>
    public string? ImdbId { get; set; }

    [JsonConverter(typeof(LenientObject<CreditsJson>))]
    public CreditsJson? Credits { get; set; }

    [JsonConverter(typeof(LenientObject<KeywordsJson>))]
    public KeywordsJson? Keywords { get; set; }

    [JsonConverter(typeof(LenientObject<ExternalIdsJson>))]
    public ExternalIdsJson? ExternalIds { get; set; }

    /// <summary>Of a film: certifications by region.</summary>
    [JsonConverter(typeof(LenientObject<RegionsJson>))]
    public RegionsJson? ReleaseDates { get; set; }

    /// <summary>Of a series: certifications by region.</summary>
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

/// <summary>Member of the cast (with an order) or of the crew (with a job), or creator of a series.</summary>
internal sealed class PersonJson
{
    public string? Name { get; set; }

    public double Order { get; set; } = double.NaN;

    public string? Job { get; set; }
}

internal sealed class KeywordsJson
{
    /// <summary>Of a film.</summary>
    [JsonConverter(typeof(LenientList<NamedJson>))]
    public List<NamedJson> Keywords { get; set; } = [];

    /// <summary>Of a series.</summary>
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
