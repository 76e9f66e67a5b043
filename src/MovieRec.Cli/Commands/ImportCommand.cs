using System.CommandLine;
using Microsoft.Extensions.Logging.Abstractions;
using MovieRec.Api.Catalogues;
using MovieRec.Api.Outcomes;
using MovieRec.Cli.Importing;
using MovieRec.Engine.Titles;
using MovieRec.Sqlite.Catalogues;
using MovieRec.Sqlite.Database;
using MovieRec.Sqlite.MediaLists;
using MovieRec.Sqlite.Preferences;
using MovieRec.Sqlite.UserPool;
using MovieRec.Tmdb;

namespace MovieRec.Cli.Commands;

/// <summary>Command <c>import</c>: imports a user's data of Letterboxd, IMDb or Trakt into their lists on this machine.</summary>
internal static class ImportCommand
{
    public static Command Build()
    {
        var files = new Argument<string[]>("files")
        {
            Description = "Letterboxd's zip or its CSV files, IMDb's CSV files, Trakt's JSON",
            Arity = ArgumentArity.OneOrMore,
        };
        var user = new Option<string>("--user") { Description = "The email of the account", Required = true };
        var data = ServiceData.Option();
        var meaning = new Option<string?>("--as")
        { Description = "What the rows of the files mean, if the files do not say so or say it wrongly" };
        meaning.AcceptOnlyFromAmong("watched", "ratings", "watchlist", "likes");
        var likedFrom = new Option<double>("--liked-from")
        {
            Description = "Lowest rating of 10 for a favourite (8 is four stars); other watched titles are no longer recommended",
            DefaultValueFactory = _ => ImportOptions.DefaultLikedFrom,
        };
        likedFrom.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<double>() is not (>= 0 and <= 10))
                result.AddError("--liked-from is a number from 0 to 10.");
        });
        var dryRun = new Option<bool>("--dry-run") { Description = "Report what would be done and change nothing" };
        var report = new Option<string?>("--report") { Description = "A CSV file to write, with every skipped row and the reason" };
        var command = new Command("import", "Imports your ratings and lists from Letterboxd, IMDb or Trakt.")
        {
            files,
            user,
            data,
            meaning,
            likedFrom,
            dryRun,
            report,
        };
        var tmdb = new TmdbArguments();
        tmdb.AddTo(command);
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var said = GetMeaning(parsed.GetValue(meaning));
            var read = parsed.GetValue(files)!.SelectMany(file => ExportReader.Read(file, said)).ToList();
            using var database = Open(parsed.GetValue(data)!);
            var userId = await UserIdAsync(database, parsed.GetValue(user)!, cancellationToken);
            var matcher = new TitleMatcher(await TitlesAsync(database, cancellationToken));
            using var http = TmdbHttp.CreateClient();
            using var source = tmdb.Open(parsed, http);
            var importer = new Importer(
                SqliteMediaListStore.Favourites(database), SqliteMediaListStore.Watchlist(database), new SqlitePreferencesStore(database),
                new RowResolver(matcher, source, new SqliteWantedTitles(database)), TimeProvider.System);
            var options = new ImportOptions { LikedFrom = parsed.GetValue(likedFrom), DryRun = parsed.GetValue(dryRun) };
            var result = await new Reporter(silent: false)
                .RunAsync("Importing", progress => importer.ImportAsync(userId, read, options, progress, cancellationToken));
            if (parsed.GetValue(report) is { } path)
                ReportFile.Write(path, result.LeftOut);
            foreach (var line in ReportText.Lines(result, options.DryRun))
                Console.WriteLine(line);
            return 0;
        });
        return command;
    }

    private static RowMeaning? GetMeaning(string? word) => word switch
    {
        "watched" => RowMeaning.Watched,
        "ratings" => RowMeaning.Rated,
        "watchlist" => RowMeaning.Wanted,
        "likes" => RowMeaning.Liked,
        _ => null,
    };

    private static MovieRecDatabase Open(string folder)
    {
        var path = new DataFolder(folder).Database;
        return File.Exists(path)
            ? MovieRecDatabase.Open(path, NullLogger<MovieRecDatabase>.Instance)
            : throw new ConfigurationException($"{path} does not exist: give --data with the folder of a service that has run.");
    }

    /// <summary>Reads the complete records of the titles in the current snapshot, which itself lacks IMDb's ids.</summary>
    private static async Task<IReadOnlyList<Title>> TitlesAsync(MovieRecDatabase database, CancellationToken cancellationToken)
    {
        var current = await new CataloguePublisher(new SqliteSnapshotStore(database), NullLogger.Instance).ReadAsync(cancellationToken);
        TitleKey[] keys = [.. current?.Titles.Select(title => title.Key) ?? []];
        return await new SqliteTitleRecords(database, TimeProvider.System).FindAsync(keys, cancellationToken);
    }

    private static async Task<string> UserIdAsync(MovieRecDatabase database, string email, CancellationToken cancellationToken) =>
        await new UserDirectory(database).FindAsync(email, cancellationToken) switch
        {
            null => throw new ConfigurationException("No account here has that email address: sign up first."),
            { IsConfirmed: false } =>
                throw new ConfigurationException("The account is not confirmed yet: first enter the code that was sent by email."),
            var found => found.UserId,
        };
}
