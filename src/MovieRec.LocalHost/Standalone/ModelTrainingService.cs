using System.Diagnostics;
using MovieRec.Api.Catalogues;
using MovieRec.Engine.Catalogues;
using MovieRec.Engine.Collaborative;
using MovieRec.Engine.Collaborative.Training;

namespace MovieRec.LocalHost.Standalone;

/// <summary>Service that retrains the model on the users' lists while the host is idle, if enough entries were added.</summary>
/// <remarks>The new model replaces the current one atomically; a request uses either one or the other.</remarks>
internal sealed class ModelTrainingService(
    IListedTitles lists, IModelStore models, CatalogueCache catalogue, IdleClock activity, TimeProvider clock,
    ILogger<ModelTrainingService> log) : BackgroundService
{
    /// <summary>Minimum number of added entries.</summary>
    public const int FewestNew = 20;

    /// <summary>Minimum share of added entries among all.</summary>
    private const double ShareNew = 0.05;

    /// <summary>Maximum ratio of the model's users to the users here; a model beyond it was imported and is kept.</summary>
    private const int Outnumbered = 2;

    private static readonly TimeSpan s_lookEvery = TimeSpan.FromMinutes(30);
    private static readonly TimeSpan s_idleFor = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan s_restFor = TimeSpan.FromHours(20);

    private DateTimeOffset _learnt = DateTimeOffset.MinValue;

    /// <summary>Trains a model if the conditions are met; returns whether it did.</summary>
    public async Task<bool> LookAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        if (activity.Idle < s_idleFor || (_learnt != DateTimeOffset.MinValue && now - _learnt < s_restFor))
            return false;
        var listed = UnderOneKey(await lists.ReadAllAsync(cancellationToken), (await catalogue.CurrentAsync(cancellationToken)).Catalogue);
        var added = listed.Count(entry => entry.AddedAt > _learnt);
        if (added < Math.Max(FewestNew, ShareNew * listed.Count))
            return false;
        if (await PeopleOfTheModelAsync(cancellationToken) > Outnumbered * listed.Select(entry => entry.UserId)
            .Distinct(StringComparer.Ordinal).Count())
        {
            return false;
        }
        var started = Stopwatch.GetTimestamp();
        if (ListLearner.Learn(listed, now, new TrainingOptions(), null, cancellationToken) is not { } model)
            return false;
        await models.WriteAsync(model, cancellationToken);
        _learnt = now;
        catalogue.Expire();
        log.Learnt(listed.Count, Stopwatch.GetElapsedTime(started).TotalSeconds);
        return true;
    }

    /// <summary>Merges the entries of a title that is listed under its embedded number and under TMDB's.</summary>
    private static List<ListedTitle> UnderOneKey(IReadOnlyList<ListedTitle> listed, Catalogue catalogue) =>
        listed.ToList().ConvertAll(entry => catalogue.TryFind(entry.Key, out var row) ? entry with { Key = catalogue[row].Key } : entry);

    private async Task<int> PeopleOfTheModelAsync(CancellationToken cancellationToken) =>
        await models.ReadAsync(cancellationToken) is { } bytes && ModelReader.TryRead(bytes.Span, out var model, out _)
            ? model.UserCount
            : 0;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(s_lookEvery, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                // Not on a thread that handles requests: training uses all cores for a while.
                await Task.Run(() => LookAsync(stoppingToken), stoppingToken);
            }
            catch (Exception failed) when (failed is not OperationCanceledException)
            {
                log.NotLearnt(failed);
            }
        }
    }
}
