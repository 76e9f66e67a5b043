using System.Globalization;
using Microsoft.Extensions.Logging;
using MovieRec.Api.Catalogues;
using MovieRec.Api.Sources;
using MovieRec.Engine.Text;
using MovieRec.Engine.Titles;

namespace MovieRec.Api.Media;

/// <summary>
/// Answers what the catalogue has nothing for: from what the source said before, else by asking it, within the time of a request. What it
/// says is kept, and its titles are noted for the catalogue. Where it does not answer there is no answer, and never an error.
/// </summary>
public sealed class SourceAnswers(IMediaSource source, ITitleRecords records, IKeptLists lists, TimeProvider clock, ILogger log)
{
    private const int TitlesAPage = 20;
    private const int MostPages = 500;

    /// <summary>Somebody asked for by id may be anything; a page full of strangers is not fetched one by one.</summary>
    private const int MostById = 8;

    /// <summary>The first results of a search are what somebody meant.</summary>
    private const int Noted = 5;

    /// <summary>What somebody waits for.</summary>
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(2.5);

    private static readonly TimeSpan s_keepSearches = TimeSpan.FromDays(1);
    private static readonly TimeSpan s_keepLists = TimeSpan.FromHours(6);
    private static readonly TimeSpan s_keepTitles = TimeSpan.FromDays(30);

    /// <summary>The page asked for; null where the source does not answer.</summary>
    internal async Task<MediaPage?> FindAsync(MediaQuery query, CancellationToken cancellationToken)
    {
        if (query.Skip >= MostPages * TitlesAPage || (query.Search is not null && query.HasFilter))
            return null;
        return await WithinPatienceAsync(token => FindInTimeAsync(query, token), cancellationToken);
    }

    /// <summary>Titles that nobody here knows yet.</summary>
    /// <param name="wanted">All that were asked for.</param>
    /// <param name="known">Those that are known. A bare number stands for a film and a series: the other is not asked for.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    internal async Task<IReadOnlyList<Title>> ByIdAsync(
        List<TitleKey> wanted, IReadOnlyCollection<TitleKey> known, CancellationToken cancellationToken)
    {
        var unknown = new List<TitleKey>();
        foreach (var key in wanted)
        {
            var other = new TitleKey(key.Kind == MediaKind.Tv ? MediaKind.Movie : MediaKind.Tv, key.Id);
            if (!key.IsEmbedded && !known.Contains(key) && !known.Contains(other) && unknown.Count < MostById)
                unknown.Add(key);
        }

        return unknown.Count == 0 ? [] : await WithinPatienceAsync(token => DetailsAsync(unknown, token), cancellationToken) ?? [];
    }

    private async Task<MediaPage> FindInTimeAsync(MediaQuery query, CancellationToken cancellationToken)
    {
        var titles = new List<Title>(query.Limit);
        var (total, isFresh) = (0, false);
        // The source's pages are of twenty, and the caller's may begin and end inside of them.
        var first = query.Skip / TitlesAPage;
        var last = (query.Skip + query.Limit - 1) / TitlesAPage;
        for (var page = first; page <= last; page++)
        {
            var (found, count, fresh) = await PageAsync(query, page + 1, cancellationToken);
            (total, isFresh) = (count, isFresh || fresh);
            var begin = Math.Max(0, query.Skip - (page * TitlesAPage));
            var end = Math.Min(found.Count, query.Skip + query.Limit - (page * TitlesAPage));
            if (begin < end)
                titles.AddRange(found.GetRange(begin, end - begin));
            if ((page + 1) * TitlesAPage >= count)
                break;
        }

        titles.RemoveAll(title => query.Excluded.Contains(title.Key));
        return new MediaPage(titles, total, isFresh ? MediaPage.FromSource : MediaPage.FromCache, IsWhole: false);
    }

    private async Task<(List<Title> Titles, int Total, bool IsFresh)> PageAsync(MediaQuery query, int page, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var question = QuestionOf(query, page);
        if (await lists.FindAsync(question, now, cancellationToken) is { } kept)
        {
            var byKey = new Dictionary<TitleKey, Title>(kept.Keys.Count);
            foreach (var title in await records.FindAsync(kept.Keys, cancellationToken))
                byKey[title.Key] = title;
            var inOrder = new List<Title>(kept.Keys.Count);
            foreach (var key in kept.Keys)
            {
                if (byKey.TryGetValue(key, out var title))
                    inOrder.Add(title);
            }

            return (inOrder, kept.Total, false);
        }

        var (found, total) = await AskAsync(query, page, cancellationToken);
        await KeepAsync(found, now, cancellationToken);
        var keys = found.ConvertAll(title => title.Key);
        var until = Timestamps.ToSeconds(now + (query.Search is null ? s_keepLists : s_keepSearches));
        await lists.KeepAsync(question, new KeptList(keys, total), until, cancellationToken);
        if (keys.Count > 0)
            await lists.NoteAsync(query.Search is null ? keys : keys.GetRange(0, Math.Min(Noted, keys.Count)), cancellationToken);
        return (found, total, true);
    }

    private async Task<(List<Title> Titles, int Total)> AskAsync(MediaQuery query, int page, CancellationToken cancellationToken)
    {
        if (query.Search is { } text)
        {
            var answer = await source.SearchAsync(text, query.Kind, page, cancellationToken);
            return ([.. answer.Titles], answer.TotalResults);
        }

        if (query.Kind is { } kind)
        {
            var answer = await source.ListAsync(ListOf(query, kind), page, cancellationToken);
            return ([.. answer.Titles], answer.TotalResults);
        }

        // Of both kinds: one and one, half a page of each.
        var films = source.ListAsync(ListOf(query, MediaKind.Movie), (page + 1) / 2, cancellationToken);
        var series = source.ListAsync(ListOf(query, MediaKind.Tv), (page + 1) / 2, cancellationToken);
        await Task.WhenAll(films, series);
        var mixed = new List<Title>(TitlesAPage);
        for (var place = page % 2 == 1 ? 0 : TitlesAPage / 2; mixed.Count < TitlesAPage && place < TitlesAPage; place++)
        {
            if (place < (await films).Titles.Count)
                mixed.Add((await films).Titles[place]);
            if (place < (await series).Titles.Count)
                mixed.Add((await series).Titles[place]);
        }

        return (mixed, (await films).TotalResults + (await series).TotalResults);
    }

    private static SourceList ListOf(MediaQuery query, MediaKind kind)
    {
        var order = query.ListType switch
        {
            "trending" => SourceOrder.Trending,
            "top_rated" => SourceOrder.TopRated,
            _ => SourceOrder.Popular,
        };
        // Only some of its lists can be asked for by genre or year.
        return query.Genre is null && query.Year is null ? new SourceList(order, kind)
            : new SourceList(order == SourceOrder.TopRated ? SourceOrder.MostVotes : SourceOrder.Popular, kind) { Genre = query.Genre, Year = query.Year };
    }

    private static string QuestionOf(MediaQuery query, int page) => query.Search is { } text
        ? string.Create(CultureInfo.InvariantCulture, $"search {query.KindName} {page} {Folding.Fold(text)}")
        : string.Create(CultureInfo.InvariantCulture, $"{query.ListType} {query.KindName} {page} {query.Genre} {query.Year}");

    private async Task<IReadOnlyList<Title>> DetailsAsync(List<TitleKey> keys, CancellationToken cancellationToken)
    {
        var answers = await Task.WhenAll(keys.ConvertAll(key => source.DetailsAsync(key, cancellationToken)));
        var found = new List<Title>(answers.Length);
        foreach (var title in answers)
        {
            if (title is not null)
                found.Add(title);
        }

        var now = Timestamps.ToMilliseconds(clock.GetUtcNow());
        var until = Timestamps.ToSeconds(now + s_keepTitles);
        await records.WriteAsync(found.ConvertAll(title => new TitleRecord(title) { FetchedAt = now, ExpiresAt = until }), cancellationToken);
        if (found.Count > 0)
            await lists.NoteAsync(found.ConvertAll(title => title.Key), cancellationToken);
        return found;
    }

    /// <summary>Keeps titles that nobody here knows; what is there is known better than by a list.</summary>
    private async Task KeepAsync(List<Title> found, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (found.Count == 0)
            return;
        var known = new HashSet<TitleKey>();
        foreach (var record in await records.ReadAsync(found.ConvertAll(title => title.Key), cancellationToken))
            known.Add(record.Facts.Key);
        var fresh = new List<TitleRecord>();
        foreach (var title in found)
        {
            if (known.Add(title.Key))
            {
                fresh.Add(new TitleRecord(title)
                {
                    FetchedAt = Timestamps.ToMilliseconds(now),
                    ExpiresAt = Timestamps.ToSeconds(now + s_keepTitles),
                    HasDetails = false,
                });
            }
        }

        await records.WriteAsync(fresh, cancellationToken);
    }

    private async Task<T?> WithinPatienceAsync<T>(Func<CancellationToken, Task<T>> ask, CancellationToken cancellationToken)
        where T : class
    {
        using var patience = new CancellationTokenSource(s_patience, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancellationToken);
        try
        {
            return await ask(either.Token);
        }
        catch (SourceRefusedException refused)
        {
            log.SourceRefused(refused.Message);
        }
        catch (Exception unavailable) when (
            unavailable is SourceUnavailableException || (unavailable is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            log.SourceUnavailable(unavailable);
        }

        return null;
    }
}
