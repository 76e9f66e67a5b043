using System.CommandLine;
using System.CommandLine.Help;
using MovieRec.Api.Catalogues.Source;
using MovieRec.Api.Http;
using MovieRec.Emulators.Processes;
using MovieRec.LocalHost.Packaged;
using MovieRec.LocalHost.Site;
using MovieRec.Tmdb;

namespace MovieRec.LocalHost;

/// <summary>Command-line options of <c>./run</c>.</summary>
internal static class CommandLine
{
    public static Command Build(Func<LocalHostOptions, CancellationToken, Task<int>> run)
    {
        var port = new Option<int>("--port") { Description = "TCP port on 127.0.0.1; 0 picks a free one", DefaultValueFactory = _ => 8080 };
        port.Validators.Add(result =>
        {
            if (result.Tokens is [var token, ..] && (!int.TryParse(token.Value, out var number) || number is < 0 or > 65_535))
                result.AddError("--port must be a number from 0 to 65535.");
        });
        var data = new Option<string>("--data")
        {
            Description = "Folder of the database, created if missing",
            DefaultValueFactory = _ => Folder("MOVIEREC_DATA", ".data"),
        };
        var origins = new Option<string>("--origins")
        {
            Description = "Web origins that may call the API, separated by commas",
            DefaultValueFactory = _ => CorsPolicy.DefaultOrigins,
        };
        origins.Validators.Add(result =>
        {
            try
            {
                CorsPolicy.Parse(result.GetValueOrDefault<string>());
            }
            catch (FormatException notOrigins)
            {
                result.AddError($"--origins: {notOrigins.Message}");
            }
        });
        // Without a default value: --help would show it.
        var tmdbKey = new Option<string?>("--tmdb-key")
        {
            Description =
                "TMDB's API key or API read access token; the catalogue then comes from TMDB. The variable TMDB_API_KEY hides it from "
                + "other users",
        };
        var noLearning = new Option<bool>("--no-learning") { Description = "Do not train the model on the users' lists at night" };
        var packaged = new Option<bool>("--packaged")
        {
            Description = "Run the build of ./package as AWS would: one process per function, with DynamoDB Local and cognito-local",
        };
        // A Command and not a RootCommand, whose help would print the assembly's name instead of ./run.
        var root = new Command("./run", "MovieRec on this machine: the API under /prod and its page, on SQLite.")
        {
            new HelpOption(), new VersionOption(), port, data, origins, tmdbKey, noLearning, packaged,
        };
        root.Validators.Add(result =>
        {
            try
            {
                Tmdb(result.GetValue(tmdbKey));
            }
            catch (SourceRefusedException wrong)
            {
                result.AddError(wrong.Message);
            }

            if (Site() is { } site && !BuiltPage.IsIn(site))
            {
                result.AddError(
                    $"MOVIEREC_WEB must name a folder with a built page, and {site} has no index.html: set another, or none to serve "
                    + "only the API.");
            }
        });
        root.SetAction((parsed, cancellationToken) => run(new LocalHostOptions
        {
            // The issuer of the tokens contains the port, so it must be known before the server listens.
            Port = parsed.GetValue(port) is > 0 and var chosen ? chosen : LoopbackPort.Free(),
            DataFolder = Path.GetFullPath(parsed.GetValue(data)!),
            Tmdb = Tmdb(parsed.GetValue(tmdbKey)),
            SiteFolder = Site(),
            Learning = !parsed.GetValue(noLearning),
            Cors = CorsPolicy.Parse(parsed.GetValue(origins)!),
            Packaged = parsed.GetValue(packaged) ? Packaged() : null,
        },
            cancellationToken));
        return root;
    }

    private static TmdbOptions? Tmdb(string? key) =>
        TmdbSettings.Read(key ?? Environment.GetEnvironmentVariable("TMDB_API_KEY"), Environment.GetEnvironmentVariable("TMDB_BASE_URL"));

    /// <summary>Returns the folder of the built page, set by ./run; null for only the API.</summary>
    private static string? Site() => Folder("MOVIEREC_WEB", "") is { Length: > 0 } site ? Path.GetFullPath(site) : null;

    /// <summary>Returns the folders set by ./run, which are fixed relative to it and not an option.</summary>
    private static PackagedOptions Packaged() => new()
    {
        DistFolder = Path.GetFullPath(Folder("MOVIEREC_DIST", "dist")),
        EmulatorsFolder = Path.GetFullPath(Folder("MOVIEREC_EMULATORS", Path.Combine("src", "MovieRec.Emulators"))),
    };

    private static string Folder(string variable, string otherwise) =>
        Environment.GetEnvironmentVariable(variable) is { Length: > 0 } folder ? folder : otherwise;
}
