using System.Text.Json;
using MovieRec.Api.Catalogues;
using MovieRec.Api.Functions;
using MovieRec.Api.Http;
using MovieRec.Api.MediaLists;
using MovieRec.Api.Preferences;
using MovieRec.Engine.Feedback;
using MovieRec.Engine.Recommending;
using MovieRec.Engine.Titles;

namespace MovieRec.Api.Recommendations;

/// <summary><c>/recommendations</c>: ranks the whole catalogue for the caller, with reasons.</summary>
public sealed class MovieRecFunction(
    IPreferencesStore preferences,
    IMediaListStore favourites,
    IMediaListStore watchlist,
    CatalogueCache catalogue,
    ITitleLookup titles,
    IWantedTitles wanted,
    TimeProvider clock) : IAuthenticatedFunction
{
    private readonly UnknownTitles _unknown = new(wanted);
    private static readonly JsonElement s_noPreferences = JsonDocument.Parse("{}").RootElement.Clone();

    public async Task<ApiResponse> HandleAsync(ApiRequest request, Caller caller, CancellationToken cancellationToken)
    {
        var started = clock.GetTimestamp();
        if (!RecommendationRequest.Read(request).Succeeded(out var asked, out var failure))
            return Responses.Failure(failure, request.RequestId);

        var saved = preferences.FindAsync(caller.UserId, cancellationToken);
        var liked = favourites.ReadAsync(caller.UserId, null, IMediaListStore.Capacity, cancellationToken);
        var later = watchlist.ReadAsync(caller.UserId, null, IMediaListStore.Capacity, cancellationToken);
        await Task.WhenAll(saved, liked, later);
        var loaded = await catalogue.CurrentAsync(cancellationToken);

        var document = EffectivePreferences.Merge(await saved, asked.Preferences) ?? s_noPreferences;
        var taste = new UserTaste
        {
            Preferences = UserTasteReader.Preferences(document),
            Signals = [.. Signals(await liked, SignalKind.Favourite), .. Signals(await later, SignalKind.Watchlist)],
            Dismissed = UserTasteReader.Dismissed(document),
        };
        await _unknown.NoteAsync(taste.Signals.Select(signal => signal.Key), loaded, cancellationToken);
        var ranked = Rank(asked, caller, taste, loaded);
        // The catalogue in memory may be without people's names; the records of the few ranked titles have them.
        var found = await titles.FindAsync(ranked.Keys, cancellationToken);
        var list = ranked.Explain(found);
        var milliseconds = Math.Round(clock.GetElapsedTime(started).TotalMilliseconds, 3);
        return Responses.Json(Body(list, found, document, loaded, milliseconds), RecommendationsJson.Default.RecommendationsBody);
    }

    private static List<TasteSignal> Signals(MediaListPage page, SignalKind kind) =>
        page.Entries.ToList().ConvertAll(entry => new TasteSignal(entry.Key, kind, entry.AddedAt));

    private RankedTitles Rank(RecommendationRequest asked, Caller caller, UserTaste taste, LoadedCatalogue loaded)
    {
        var now = clock.GetUtcNow();
        var query = new RecommendationQuery
        {
            Kind = asked.Kind,
            Limit = asked.Limit,
            Excluded = asked.Excluded,
            Seed = asked.Seed ?? DailySeed.Compute(caller.UserId, now),
            Now = now,
        };
        if (asked.SimilarTo.Count == 0)
            return loaded.Recommender.Rank(taste, query);

        // A bare id may mean a film and a series: of those in the catalogue, the requested kind counts, else the film.
        var known = asked.SimilarTo.Where(key => loaded.Catalogue.TryFind(key, out _)).OrderBy(key => key.Kind != asked.Kind).ToList();
        return known.Count == 0 ? RankedTitles.None : loaded.Recommender.Rank(taste, query with { SimilarTo = known[0] });
    }

    private static RecommendationsBody Body(
        RecommendationList list, IReadOnlyList<Title> found, JsonElement document, LoadedCatalogue loaded, double milliseconds)
    {
        var byKey = found.ToDictionary(title => title.Key);
        return new RecommendationsBody(
            [.. list.Items.Where(item => byKey.ContainsKey(item.Key)).Select(item => Item(item, byKey[item.Key], milliseconds))],
            list.Personalised ? "personalized" : "popular",
            document,
            new RecommendationsMetadata(
                list.CandidateCount, milliseconds, loaded.Catalogue.Version, loaded.ModelVersion, !list.Personalised));
    }

    private static RecommendedItem Item(Recommendation item, Title title, double milliseconds)
    {
        var id = title.Key.Id.ToString();
        return new RecommendedItem(
            id, id, title.Key.KindName, title.Name, title.Overview, title.PosterPath, title.BackdropPath, title.ReleaseDate,
            title.VoteAverage, title.Popularity, string.Join('|', title.GenreIds), title.GenreIds, Math.Round(item.Score, 1), item.Reason,
            [.. item.Contributions.Where(part => part.Points > 0).Select(Reason)],
            milliseconds);
    }

    private static RecommendedReason Reason(Contribution part) =>
        new(JsonNamingPolicy.CamelCase.ConvertName(part.Kind.ToString()), part.Text, part.Because?.Id.ToString());
}
