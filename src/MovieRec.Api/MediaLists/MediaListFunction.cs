using MovieRec.Api.Catalogues;
using MovieRec.Api.Functions;
using MovieRec.Api.Http;
using MovieRec.Api.Input;
using MovieRec.Api.Outcomes;
using MovieRec.Engine.Titles;

namespace MovieRec.Api.MediaLists;

/// <summary>
/// Base of favourites and watchlist (one table each): GET reads the caller's list, POST adds a title, DELETE removes one.
/// </summary>
public abstract class MediaListFunction(
    Table table, string listName, IMediaListStore store, ITitleLookup titles, IContinuationKey key, TimeProvider clock)
        : IAuthenticatedFunction
{
    private const int MaxPage = 500;

    public Task<ApiResponse> HandleAsync(ApiRequest request, Caller caller, CancellationToken cancellationToken) => request.Method switch
    {
        "POST" => AddAsync(request, caller, cancellationToken),
        "DELETE" => RemoveAsync(request, caller, cancellationToken),
        _ => ReadAsync(request, caller, cancellationToken),
    };

    private async Task<ApiResponse> ReadAsync(ApiRequest request, Caller caller, CancellationToken cancellationToken)
    {
        var query = new QueryReader(request.Query);
        var limit = query.WholeNumber("limit", 1, MaxPage);
        MediaListPosition? after = null;
        if (query.Text("nextToken") is { } token
            && (after = (await TokensAsync(cancellationToken)).Read(table, caller.UserId, token)) is null)
        {
            query.AddError("nextToken", "is not a token of this list; begin again without one");
        }
        if (query.Failure is { } invalid)
            return Responses.Failure(invalid, request.RequestId);

        var page = await store.ReadAsync(caller.UserId, after, (int)(limit ?? IMediaListStore.Capacity), cancellationToken);
        var response = await RespondAsync(page.Entries, page.HasMore);
        if (ResponseSize.Compute(response.Body.Span) <= ResponseSize.MaxBytes)
            return response;
        var count = ResponseSize.CountFitting(
            page.Entries.Select(entry => WireJson.Write(MediaListItem.From(entry), MediaListJson.Default.MediaListItem)));
        return await RespondAsync([.. page.Entries.Take(count)], hasMore: true);

        async Task<ApiResponse> RespondAsync(IReadOnlyList<MediaListEntry> entries, bool hasMore)
        {
            var next = hasMore ? (await TokensAsync(cancellationToken)).Write(table, caller.UserId, entries[^1].Position) : null;
            return Responses.Json(new MediaListBody([.. entries.Select(MediaListItem.From)], next), MediaListJson.Default.MediaListBody);
        }
    }

    private async Task<ApiResponse> AddAsync(ApiRequest request, Caller caller, CancellationToken cancellationToken)
    {
        if (!StrictJson.ReadObject(request.Body).Succeeded(out var body, out var failure))
            return Responses.Failure(failure, request.RequestId);
        var fields = new BodyReader(body);
        var sent = MediaListEntryReader.Read(fields, Timestamps.ToMilliseconds(clock.GetUtcNow()));
        if (fields.Failure is { } invalid)
            return Responses.Failure(invalid, request.RequestId);

        var known = await titles.FindAsync([sent.Key], cancellationToken);
        var entry = known is [var title, ..] ? MediaListEntryReader.Enrich(sent, title) : sent;
        if (string.IsNullOrWhiteSpace(entry.Title))
        {
            return Responses.Failure(
                Failure.Invalid("title", "is required for a title that the catalogue does not know"), request.RequestId);
        }

        var outcome = await store.AddAsync(caller.UserId, entry, cancellationToken);
        return outcome.Succeeded(out var kept, out failure)
            ? Responses.Json(
                new MediaAddedBody($"Added to your {listName}.", MediaListItem.From(kept)), MediaListJson.Default.MediaAddedBody)
            : Responses.Failure(failure, request.RequestId);
    }

    private async Task<ApiResponse> RemoveAsync(ApiRequest request, Caller caller, CancellationToken cancellationToken)
    {
        if (!ReadKeys(request).Succeeded(out var keys, out var failure))
            return Responses.Failure(failure, request.RequestId);
        await store.RemoveAsync(caller.UserId, keys, cancellationToken);
        return Responses.Message($"Removed from your {listName}.");
    }

    /// <summary>Reads the key only when a token is read or written, because most lists have one page.</summary>
    private async ValueTask<ContinuationTokens> TokensAsync(CancellationToken cancellationToken) =>
        new(await key.ReadAsync(cancellationToken));

    /// <summary>Reads the keys to remove from the query, or from the body with the kind optionally in the query.</summary>
    private static Outcome<TitleKey[]> ReadKeys(ApiRequest request)
    {
        var query = new QueryReader(request.Query);
        var kind = query.Kind("mediaType");
        long id;
        if (request.Body.IsEmpty || request.Query.ContainsKey("mediaId"))
        {
            id = query.RequiredId("mediaId");
        }
        else if (StrictJson.ReadObject(request.Body).Succeeded(out var body, out var malformed))
        {
            var fields = new BodyReader(body);
            id = TitleInput.Id(fields, "mediaId", "movieId", "id");
            kind ??= TitleInput.Kind(fields, "mediaType", "media_type");
            if (fields.Failure is { } wrong)
                return wrong;
        }
        else
        {
            return malformed;
        }

        if (query.Failure is { } invalid)
            return invalid;
        return kind is { } only ? [new TitleKey(only, id)] : new[] { new TitleKey(MediaKind.Movie, id), new TitleKey(MediaKind.Tv, id) };
    }
}

/// <summary>Function of <c>/user/favourites</c>.</summary>
public sealed class FavouritesFunction(IMediaListStore store, ITitleLookup titles, IContinuationKey key, TimeProvider clock)
    : MediaListFunction(Table.Favourites, "favourites", store, titles, key, clock);

/// <summary>Function of <c>/user/watchlist</c>.</summary>
public sealed class WatchlistFunction(IMediaListStore store, ITitleLookup titles, IContinuationKey key, TimeProvider clock)
    : MediaListFunction(Table.Watchlist, "watchlist", store, titles, key, clock);
