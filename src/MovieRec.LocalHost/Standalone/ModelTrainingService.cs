using System.Diagnostics;
using MovieRec.Api.Catalogues;
using MovieRec.Engine.Catalogues;
using MovieRec.Engine.Collaborative;
using MovieRec.Engine.Collaborative.Training;

namespace MovieRec.LocalHost.Standalone;

/// <summary>
/// Learns the model anew from everybody's lists while nobody asks for anything, if enough has been added since. The new model takes the
/// place of the old one in one step; a request gets the one or the other.
/// </summary>
internal sealed class ModelTrainingService(
    IListedTitles lists, IModelStore models, CatalogueCache catalogue, IdleClock activity, TimeProvider clock, ILogger<ModelTrainingService> log) : BackgroundService
{
    /// <summary>Entries that must have been added, at least.</summary>
    public const int FewestNew = 20;

    /// <summary>And at least this share of all.</summary>
    private const double ShareNew = 0.05;

    /// <summary>A model of more than so many times the people here was brought from elsewhere, and is left alone.</summary>
    private const int Outnumbered = 2;

    private static readonly TimeSpan s_lookEvery = TimeSpan.FromMinutes(30);
    private static readonly TimeSpan s_idleFor = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan s_restFor = TimeSpan.FromHours(20);

    private DateTimeOffset _learnt = DateTimeOffset.MinValue;

    /// <summary>Learns if it is time to; whether it did.</summary>
    public async Task<bool> LookAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        if (activity.Idle < s_idleFor || (_learnt != DateTimeOffset.MinValue && now - _learnt < s_restFor))
            return false;
        var listed = UnderOneKey(await lists.ReadAllAsync(cancellationToken), (await catalogue.CurrentAsync(cancellationToken)).Catalogue);
        var added = listed.Count(entry => entry.AddedAt > _learnt);
        if (added < Math.Max(FewestNew, ShareNew * listed.Count))
            return false;
        if (await PeopleOfTheModelAsync(cancellationToken) > Outnumbered * listed.Select(entry => entry.UserId).Distinct(StringComparer.Ordinal).Count())
            return false;
        var started = Stopwatch.GetTimestamp();
        if (ListLearner.Learn(listed, now, new TrainingOptions(), null, cancellationToken) is not { } model)
            return false;
        await models.WriteAsync(model, cancellationToken);
        _learnt = now;
        catalogue.Expire();
        log.Learnt(listed.Count, Stopwatch.GetElapsedTime(started).TotalSeconds);
        return true;
    }

    /// <summary>A title that some keep under the number of an embedded one and others under TMDB's is one title.</summary>
    private static List<ListedTitle> UnderOneKey(IReadOnlyList<ListedTitle> listed, Catalogue catalogue) =>
        listed.ToList().ConvertAll(entry => catalogue.TryFind(entry.Key, out var row) ? entry with { Key = catalogue[row].Key } : entry);

    private async Task<int> PeopleOfTheModelAsync(CancellationToken cancellationToken) =>
        await models.ReadAsync(cancellationToken) is { } bytes && ModelReader.TryRead(bytes.Span, out var model, out _) ? model.UserCount : 0;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(s_lookEvery, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                // Off the threads that answer requests: learning takes both cores for a while.
                await Task.Run(() => LookAsync(stoppingToken), stoppingToken);
            }
            catch (Exception failed) when (failed is not OperationCanceledException)
            {
                log.NotLearnt(failed);
            }
        }
    }
}
