using MovieRec.Api.Http;
using MovieRec.Api.Input;
using MovieRec.Api.Outcomes;
using MovieRec.Engine.Titles;

namespace MovieRec.Api.Media;

/// <summary>Parsed query of <c>/media</c>.</summary>
internal sealed record MediaQuery
{
    private const int MaxExcluded = 2_000;
    private const int MaxIds = 100;
    private const int MaxSearch = 256;

    public required string ListType { get; init; }

    /// <summary>Null for both.</summary>
    public required MediaKind? Kind { get; init; }

    public required long Page { get; init; }

    public required int Limit { get; init; }

    public required HashSet<TitleKey> Excluded { get; init; }

    /// <summary>Titles requested by id, in order; empty for a list.</summary>
    public required IReadOnlyList<TitleKey> Only { get; init; }

    public required int? Genre { get; init; }

    public required int? Year { get; init; }

    /// <summary>Text to search for; null for a list.</summary>
    public required string? Search { get; init; }

    /// <summary>Number of titles before the page.</summary>
    public int Skip => (int)Math.Min((Page - 1) * Limit, int.MaxValue / 2);

    public bool HasFilter => Excluded.Count > 0 || Genre is not null || Year is not null;

    public string KindName => Kind is { } kind ? TitleKey.GetName(kind) : "both";

    /// <summary>True if a title has the requested kind, genre and year.</summary>
    public bool Fits(Title title) =>
        (Kind is not { } kind || title.Key.Kind == kind)
        && (Genre is not { } genre || title.GenreIds.Contains(genre))
        && (Year is not { } year || title.Year == year);

    public static Outcome<MediaQuery> Read(ApiRequest request)
    {
        var fields = new QueryReader(request.Query);
        var search = fields.Text("query");
        if (search?.Length > MaxSearch)
            fields.AddError("query", $"must be at most {MaxSearch} characters");
        var query = new MediaQuery
        {
            ListType = fields.Choice("listType", "trending", "popular", "top_rated") ?? "popular",
            Kind = GetKind(fields.Choice("mediaType", "movie", "tv", "both") ?? fields.Choice("type", "movie", "tv", "both")),
            Page = fields.WholeNumber("page", 1, 1_000_000) ?? 1,
            Limit = (int)(fields.WholeNumber("limit", 1, 50) ?? 20),
            Excluded = [.. fields.Keys("excludeIds", MaxExcluded)],
            Only = fields.Keys("ids", MaxIds),
            Genre = (int?)fields.WholeNumber("genre", 1, int.MaxValue),
            Year = (int?)fields.WholeNumber("year", 1, 9999),
            Search = search,
        };
        return fields.Failure is { } invalid ? invalid : query;
    }

    private static MediaKind? GetKind(string? name) => TitleKey.TryParseKind(name, out var kind) ? kind : null;
}
