using MovieRec.Api.Catalogues;
using MovieRec.Api.Catalogues.Source;
using MovieRec.Engine.Titles;

namespace MovieRec.Api.Media;

/// <summary>Fetch of titles by id; results, including "no such title", are stored.</summary>
internal sealed class SourceTitles(
    IMediaSource source, SourceBreaker timeout, ITitleRecords records, ISourceListCache lists, TimeProvider clock)
{
    /// <summary>Maximum number of titles fetched for one request.</summary>
    /// <remarks>Requested ids may be arbitrary; a page of unknown ones is not fetched title by title.</remarks>
    private const int MostById = 8;

    private static readonly TimeSpan s_keepThatThereIsNone = TimeSpan.FromDays(1);

    /// <summary>Lifetime of a record that no refresh takes over.</summary>
    public static readonly TimeSpan KeepFor = TimeSpan.FromDays(30);

    public async Task<IReadOnlyList<Title>> FetchAsync(
        List<TitleKey> wanted, IReadOnlyCollection<TitleKey> known, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var unknown = new List<TitleKey>();
        foreach (var key in wanted)
        {
            var other = new TitleKey(key.Kind == MediaKind.Tv ? MediaKind.Movie : MediaKind.Tv, key.Id);
            if (!key.IsEmbedded && !known.Contains(key) && !known.Contains(other) && unknown.Count < MostById
                && await lists.FindAsync(GetQuestion(key), now, cancellationToken) is null)
            {
                unknown.Add(key);
            }
        }

        var found = new List<Title>(unknown.Count);
        if (unknown.Count == 0)
            return found;
        var responses = await Task.WhenAll(unknown.ConvertAll(key => AskAsync(key, cancellationToken)));
        foreach (var response in responses)
        {
            if (response?.Title is { } title)
            {
                found.Add(title);
            }
            else if (response is not null)
            {
                await lists.KeepAsync(
                    GetQuestion(response.Key), new CachedList([], 0), Timestamps.ToSeconds(now + s_keepThatThereIsNone), cancellationToken);
            }
        }

        if (found.Count == 0)
            return found;
        var (fetchedAt, until) = (Timestamps.ToMilliseconds(now), Timestamps.ToSeconds(now + KeepFor));
        await records.WriteAsync(
            found.ConvertAll(title => new TitleRecord(title) { FetchedAt = fetchedAt, ExpiresAt = until }), cancellationToken);
        return found;
    }

    private static string GetQuestion(TitleKey key) => $"title {key}";

    /// <summary>Returns the title or "no such title"; null if the source does not respond.</summary>
    private async Task<Response?> AskAsync(TitleKey key, CancellationToken cancellationToken)
    {
        Title? title = null;
        return await timeout.TryAsync(async token => title = await source.DetailsAsync(key, token), cancellationToken)
            ? new Response(key, title)
            : null;
    }

    private sealed record Response(TitleKey Key, Title? Title);
}
