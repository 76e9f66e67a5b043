using MovieRec.Api.Catalogues;
using MovieRec.Api.Catalogues.Source;
using MovieRec.Engine.Titles;

namespace MovieRec.Api.Media;

/// <summary>Fetch of titles by id; results, including "no such title", are stored.</summary>
internal sealed class SourceTitles(
    IMediaSource source, SourceBreaker patience, ITitleRecords records, ISourceListCache lists, TimeProvider clock)
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
        var answers = await Task.WhenAll(unknown.ConvertAll(key => AskAsync(key, cancellationToken)));
        foreach (var answer in answers)
        {
            if (answer?.Title is { } title)
            {
                found.Add(title);
            }
            else if (answer is not null)
            {
                await lists.KeepAsync(
                    GetQuestion(answer.Key), new CachedList([], 0), Timestamps.ToSeconds(now + s_keepThatThereIsNone), cancellationToken);
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
    private async Task<Answer?> AskAsync(TitleKey key, CancellationToken cancellationToken)
    {
        Title? title = null;
        return await patience.TryAsync(async token => title = await source.DetailsAsync(key, token), cancellationToken)
            ? new Answer(key, title)
            : null;
    }

    private sealed record Answer(TitleKey Key, Title? Title);
}
