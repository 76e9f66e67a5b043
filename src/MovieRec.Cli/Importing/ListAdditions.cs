using MovieRec.Api.MediaLists;
using MovieRec.Api.Outcomes;
using MovieRec.Engine.Titles;

namespace MovieRec.Cli.Importing;

/// <summary>Numbers of titles that were added to a list, and that were in it already.</summary>
internal sealed record ListCounts(int Added, int Already);

/// <summary>Adds titles to one list of one user, newest first, until it is full; existing entries stay unchanged.</summary>
internal sealed class ListAdditions(IMediaListStore store, string listName, string userId, bool dryRun)
{
    private readonly string _full = $"the {listName} is full: it holds {IMediaListStore.Capacity:N0} titles";

    public async Task<HashSet<TitleKey>> ReadKeysAsync(CancellationToken cancellationToken)
    {
        var page = await store.ReadAsync(userId, after: null, IMediaListStore.Capacity, cancellationToken);
        return [.. page.Entries.Select(entry => entry.Key)];
    }

    public async Task<ListCounts> AddAsync(
        IEnumerable<(Evidence Title, DateTimeOffset At)> titles, HashSet<TitleKey> there, List<LeftOut> leftOut, IProgress<double> progress,
        CancellationToken cancellationToken)
    {
        var (added, already) = (0, 0);
        var wanted = titles.OrderByDescending(one => one.At).ToList();
        foreach (var ((title, at), done) in wanted.Select((one, done) => (one, done)))
        {
            progress.Report((double)done / wanted.Count);
            if (there.Contains(title.Key))
            {
                already++;
            }
            else if (await FitsAsync(title.Entry(at), there.Count, cancellationToken))
            {
                there.Add(title.Key);
                added++;
            }
            else
            {
                leftOut.Add(LeftOut.From(title.Any, _full));
            }
        }
        return new ListCounts(added, already);
    }

    private async Task<bool> FitsAsync(MediaListEntry entry, int count, CancellationToken cancellationToken)
    {
        if (dryRun)
            return count < IMediaListStore.Capacity;
        if ((await store.AddAsync(userId, entry, cancellationToken)).Succeeded(out _, out var failure))
            return true;
        return failure.Code == FailureCode.ListFull ? false : throw new InvalidOperationException(failure.Message);
    }
}
