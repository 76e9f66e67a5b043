using System.CommandLine;
using Microsoft.Extensions.Logging.Abstractions;
using MovieRec.Api.Catalogues.Source;
using MovieRec.Api.Outcomes;
using MovieRec.Tmdb;

namespace MovieRec.Cli.Commands;

/// <summary>Options for access to TMDB.</summary>
internal sealed class TmdbArguments
{
    // No default value in the parser: its help would print the variable's value.
    private readonly Option<string?> _key = new("--tmdb-key")
    {
        Description = "TMDB's API key or API read access token; the variable TMDB_API_KEY keeps it out of process lists",
    };

    private readonly Option<int> _rate =
        new("--rate") { Description = "Maximum number of requests per second to TMDB", DefaultValueFactory = _ => 35 };

    public void AddTo(Command command)
    {
        command.Add(_key);
        command.Add(_rate);
        OptionRange.Limit(_rate, 1, 100_000);
    }

    /// <summary>Creates the client for TMDB; returns null if there is no key.</summary>
    public TmdbSource? Open(ParseResult parsed, HttpClient http)
    {
        try
        {
            return TmdbSettings.Read(
                parsed.GetValue(_key) ?? Environment.GetEnvironmentVariable("TMDB_API_KEY"),
                Environment.GetEnvironmentVariable("TMDB_BASE_URL"), parsed.GetValue(_rate)) is { } tmdb
                ? new TmdbSource(tmdb, http, TimeProvider.System, Random.Shared, NullLogger.Instance)
                : null;
        }
        catch (SourceRefusedException wrong)
        {
            throw new ConfigurationException(wrong.Message);
        }
        catch (ArgumentException)
        {
            // The rate has been validated, so the address is wrong. It is not quoted: its query could contain a key.
            throw new ConfigurationException(
                "TMDB_BASE_URL must be an https address without a query, or an http one on this machine: correct or remove it.");
        }
    }
}
