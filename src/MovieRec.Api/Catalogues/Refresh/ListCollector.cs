using MovieRec.Api.Catalogues.Source;
using MovieRec.Engine.Titles;

namespace MovieRec.Api.Catalogues.Refresh;

/// <summary>Reads the source's lists into a plan, page by page, and goes on where the plan stands.</summary>
internal sealed class ListCollector(IMediaSource source, RefreshOptions options, RefreshBudget budget, TimeProvider clock)
{
    private const int TitlesAPage = 20;

    /// <summary>Maximum number of pages that the source returns per list.</summary>
    private const int MostPages = 500;
    private const int TrendingPages = 5;
    private const int FirstYear = 1930;

    /// <summary>Maximum number of pages per year, of lists read year by year until there are enough titles.</summary>
    /// <remarks>Few films of a year are well known beyond this.</remarks>
    private const int MostPagesAYear = 60;

    private readonly List<(SourceList List, int Pages)> _lists = GetLists(options, clock.GetUtcNow().Year);

    /// <summary>Reads on until the lists are done or the budget is; <paramref name="checkpoint"/> keeps the plan.</summary>
    public async Task CollectAsync(RefreshPlan plan, Func<int, int, Task> checkpoint, CancellationToken cancellationToken)
    {
        var known = new HashSet<TitleKey>();
        foreach (var kind in (ReadOnlySpan<MediaKind>)[MediaKind.Movie, MediaKind.Tv])
        {
            foreach (var id in plan.Get(kind))
                known.Add(new TitleKey(kind, id));
        }

        try
        {
            for (; plan.List < _lists.Count; plan.List++, plan.Page = 1)
            {
                var (list, pages) = _lists[plan.List];
                if (!await ReadAsync(list, pages, plan, known, checkpoint, cancellationToken))
                    return;
            }
        }
        catch (SourceUnavailableException)
        {
            await checkpoint(plan.List, _lists.Count);
            throw;
        }

        plan.ListsReadAt = clock.GetUtcNow();
        await checkpoint(plan.List, _lists.Count);
    }

    private async Task<bool> ReadAsync(
        SourceList list, int pages, RefreshPlan plan, HashSet<TitleKey> known, Func<int, int, Task> checkpoint,
        CancellationToken cancellationToken)
    {
        while (plan.Page <= pages && !HasEnough(list, plan))
        {
            // Only the first page: it contains the number of pages.
            var count = plan.Page == 1 ? 1 : Math.Min(options.InFlight, pages - plan.Page + 1);
            var group = new List<Task<SourcePage>>(count);
            for (var ahead = 0; ahead < count; ahead++)
            {
                if (!budget.TryTake())
                    break;
                group.Add(source.ListAsync(list, plan.Page + ahead, cancellationToken));
            }

            // All of them, also where the first of them fails: none is left to itself.
            await ((Task)Task.WhenAll(group))
                .ConfigureAwait(ConfigureAwaitOptions.ContinueOnCapturedContext | ConfigureAwaitOptions.SuppressThrowing);
            foreach (var asked in group)
            {
                var page = await OnceMoreAsync(asked, list, plan.Page, cancellationToken);
                pages = Math.Min(pages, page.TotalPages);
                Add(page, list, plan, known);
                plan.Page++;
            }

            await checkpoint(plan.List, _lists.Count);
            if (group.Count < count)
                return false;
        }

        return true;
    }

    /// <summary>Requests a page a second time after a failure.</summary>
    /// <remarks>One failed page ends the reading of lists for this run, and without lists nothing is fetched.</remarks>
    private async Task<SourcePage> OnceMoreAsync(Task<SourcePage> asked, SourceList list, int page, CancellationToken cancellationToken)
    {
        try
        {
            return await asked;
        }
        catch (SourceUnavailableException) when (budget.TryTake())
        {
            return await source.ListAsync(list, page, cancellationToken);
        }
    }

    private static void Add(SourcePage page, SourceList list, RefreshPlan plan, HashSet<TitleKey> known)
    {
        foreach (var title in page.Titles)
        {
            if (list.Order == SourceOrder.Trending)
                plan.Trending.Add(title.Key.ToString());
            if (known.Add(title.Key))
                plan.Get(title.Key.Kind).Add(title.Key.Id);
        }
    }

    private bool HasEnough(SourceList list, RefreshPlan plan) =>
        list.Order == SourceOrder.MostVotes && plan.Get(list.Kind).Count >= GetTarget(list.Kind, options);

    private static int GetTarget(MediaKind kind, RefreshOptions options) => kind == MediaKind.Tv ? options.Series : options.Films;

    private static List<(SourceList List, int Pages)> GetLists(RefreshOptions options, int thisYear)
    {
        var lists = new List<(SourceList, int)>();
        foreach (
            var order in (
                ReadOnlySpan<SourceOrder>)[SourceOrder.Trending, SourceOrder.TopRated, SourceOrder.Popular, SourceOrder.MostVotes])
        {
            foreach (var kind in (ReadOnlySpan<MediaKind>)[MediaKind.Movie, MediaKind.Tv])
            {
                var target = GetTarget(kind, options);
                var pages = order switch
                {
                    SourceOrder.Trending => TrendingPages,
                    SourceOrder.MostVotes => MostPages,
                    // A small catalogue is not to be the day's fashion alone.
                    _ => Math.Clamp(target / TitlesAPage / 8, 1, 25),
                };
                lists.Add((new SourceList(order, kind), Math.Min(pages, Math.Max(1, (target + TitlesAPage - 1) / TitlesAPage))));
            }
        }

        for (var year = thisYear; year >= FirstYear; year--)
        {
            foreach (var kind in (ReadOnlySpan<MediaKind>)[MediaKind.Movie, MediaKind.Tv])
            {
                if (GetTarget(kind, options) > MostPages * TitlesAPage)
                    lists.Add((new SourceList(SourceOrder.MostVotes, kind) { Year = year }, MostPagesAYear));
            }
        }

        return lists;
    }
}
