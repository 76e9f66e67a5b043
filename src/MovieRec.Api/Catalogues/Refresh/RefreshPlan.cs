using System.Text.Json;
using System.Text.Json.Serialization;
using MovieRec.Engine.Titles;

namespace MovieRec.Api.Catalogues.Refresh;

/// <summary>Stored progress of a refresh: the listed titles so far, and the position in the lists.</summary>
/// <remarks>The records themselves show which details are already fetched.</remarks>
internal sealed class RefreshPlan
{
    public DateTimeOffset StartedAt { get; set; }

    /// <summary>Null while lists are still to be read.</summary>
    public DateTimeOffset? ListsReadAt { get; set; }

    /// <summary>The list to read next, and its page, from 1.</summary>
    public int List { get; set; }

    public int Page { get; set; } = 1;

    /// <summary>Numbers of films and of series in the order in which the lists named them.</summary>
    public List<long> Films { get; set; } = [];

    public List<long> Series { get; set; } = [];

    /// <summary>Keys as text.</summary>
    public List<string> Trending { get; set; } = [];

    public List<long> Get(MediaKind kind) => kind == MediaKind.Tv ? Series : Films;

    public List<TitleKey> TrendingKeys()
    {
        var keys = new List<TitleKey>(Trending.Count);
        foreach (var text in Trending)
        {
            if (TitleKey.TryParse(text, out var key))
                keys.Add(key);
        }

        return keys;
    }

    public byte[] Write() => JsonSerializer.SerializeToUtf8Bytes(this, RefreshJson.Default.RefreshPlan);

    /// <summary>Reads a plan; null if there is no valid one, so that the lists are read from the beginning.</summary>
    public static RefreshPlan? Read(ReadOnlyMemory<byte>? kept)
    {
        try
        {
            return kept is { } bytes ? JsonSerializer.Deserialize(bytes.Span, RefreshJson.Default.RefreshPlan) : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(RefreshPlan))]
internal sealed partial class RefreshJson : JsonSerializerContext;
