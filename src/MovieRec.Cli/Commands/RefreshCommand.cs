using System.CommandLine;
using Microsoft.Extensions.Logging.Abstractions;
using MovieRec.Api.Catalogues;
using MovieRec.Api.Catalogues.Refresh;
using MovieRec.Api.Catalogues.Source;
using MovieRec.Api.Outcomes;
using MovieRec.Aws.Catalogues;
using MovieRec.Sqlite.Catalogues;
using MovieRec.Sqlite.Database;
using MovieRec.Tmdb;

namespace MovieRec.Cli.Commands;

/// <summary>Command <c>refresh</c>: updates a catalogue from TMDB, either this machine's or that of deployed functions.</summary>
internal sealed class RefreshCommand
{
    private readonly Option<string> _data = ServiceData.Option();

    private readonly Option<int> _films =
        new("--films") { Description = "Number of films to read from the lists", DefaultValueFactory = _ => new RefreshOptions().Films };
    private readonly Option<int> _series =
        new("--series") { Description = "Number of series", DefaultValueFactory = _ => new RefreshOptions().Series };
    private readonly TmdbArguments _tmdb = new();
    private readonly Option<int?> _requests = new("--requests") { Description = "End after this many requests; the next run continues" };
    private readonly Option<double?> _minutes = new("--minutes") { Description = "End after this many minutes; the next run continues" };
    private readonly Option<bool> _deployed = new("--deployed")
    {
        Description =
        "Refresh the table of deployed functions instead of this machine's database, with the credentials of the AWS CLI",
    };
    private readonly Option<int> _lease = new("--lease")
    {
        Description = "Lease in seconds: how long another refresh waits if this one is killed",
        DefaultValueFactory = _ => (int)new RefreshOptions().LeaseFor.TotalSeconds,
    };

    private readonly DeployedTable _table = new();

    public static Command Build()
    {
        var options = new RefreshCommand();
        var command = new Command("refresh", "Updates the catalogue from TMDB; after an interruption it continues where it stopped.");
        foreach (
            var option in (
                Option[])[options._data, options._films, options._series, options._requests, options._minutes, options._lease,
                options._deployed])
        {
            command.Add(option);
        }
        options._tmdb.AddTo(command);
        options._table.AddTo(command);
        OptionRange.Limit(options._films, 1, 1_000_000);
        OptionRange.Limit(options._series, 1, 1_000_000);
        OptionRange.Limit(options._requests, 1, int.MaxValue);
        // A tenth of a second to a week: a longer limit has no use, and no number overflows.
        OptionRange.Limit(options._minutes, 0.002, 10_080);
        OptionRange.Limit(options._lease, 1, (int)IRefreshState.LongestLease.TotalSeconds);
        command.SetAction(options.RunAsync);
        return command;
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        using var http = TmdbHttp.CreateClient();
        using var source = _tmdb.Open(parsed, http)
            ?? throw new ConfigurationException("TMDB's key is missing: set TMDB_API_KEY to an API key or an API read access token.");
        if (parsed.GetValue(_deployed))
        {
            return await _table.UseAsync(parsed, "the catalogue", (tables, _) => RefreshAsync(
                source, new DynamoDbTitleRecords(tables), new DynamoDbSnapshotStore(tables), new DynamoDbWantedTitles(tables),
                new DynamoDbRefreshState(tables),
                parsed, cancellationToken));
        }

        using var database =
            MovieRecDatabase.Open(new DataFolder(parsed.GetValue(_data)!).Database, NullLogger<MovieRecDatabase>.Instance);
        return await RefreshAsync(
            source, new SqliteTitleRecords(database, TimeProvider.System), new SqliteSnapshotStore(database),
            new SqliteWantedTitles(database), new SqliteRefreshState(database), parsed, cancellationToken);
    }

    private async Task<int> RefreshAsync(
        IMediaSource source, ITitleRecords records, ISnapshotStore snapshots, IWantedTitles wanted, IRefreshState state,
        ParseResult parsed, CancellationToken cancellationToken)
    {
        var refresh =
            new CatalogueRefresh(source, records, snapshots, wanted, state, TimeProvider.System, Random.Shared, NullLogger.Instance);
        var options = new RefreshOptions
        {
            Films = parsed.GetValue(_films),
            Series = parsed.GetValue(_series),
            Requests = parsed.GetValue(_requests) ?? int.MaxValue,
            Time = parsed.GetValue(_minutes) is { } minutes ? TimeSpan.FromMinutes(minutes) : TimeSpan.MaxValue,
            LeaseFor = TimeSpan.FromSeconds(parsed.GetValue(_lease)),
        };
        try
        {
            var outcome = await RefreshProgressBar.RunAsync((progress, say) =>
                RefreshTurn.RunAsync(
                    () => refresh.RunAsync(options, progress, cancellationToken), options.LeaseFor, say, cancellationToken));
            if (outcome.End is not (RefreshEnd.Finished or RefreshEnd.Paused))
                throw new ConfigurationException(Sentence(outcome));
            Console.WriteLine(Sentence(outcome));
            return 0;
        }
        catch (Exception ended) when (ended is SourceRefusedException or LeaseLostException)
        {
            throw new ConfigurationException(ended.Message);
        }
    }

    private static string Sentence(RefreshOutcome outcome)
    {
        var done = $"{outcome.Fetched:N0} titles fetched, {outcome.Gone:N0} gone, {outcome.Matched:N0} embedded titles matched. "
            + $"Current catalogue: {outcome.Version ?? "nothing"}, {outcome.Titles:N0} titles{(outcome.Published ? "" : ", as before")}.";
        var pending = outcome.Pending > 0 ? $"{outcome.Pending:N0} titles are still to be fetched" : "There is more to be fetched";
        return outcome.End switch
        {
            RefreshEnd.Busy => "Another refresh is running: wait until it is done.",
            RefreshEnd.Paused => $"{done} {pending}: run it again to continue.",
            RefreshEnd.SourceDown => $"TMDB gives no usable responses. {done} {pending}: run it again later to continue.",
            _ => outcome.Pending > 0
                ? $"{done} {outcome.Pending:N0} of TMDB's responses were not usable: the next refresh requests them again."
                : done,
        };
    }
}
