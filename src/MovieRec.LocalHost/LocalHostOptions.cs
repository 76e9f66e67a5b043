using System.Security.Cryptography;
using MovieRec.Api.Http;
using MovieRec.LocalHost.Gateway;
using MovieRec.LocalHost.Packaged;
using MovieRec.Sqlite.Database;
using MovieRec.Tmdb;

namespace MovieRec.LocalHost;

/// <summary>What the host is started with.</summary>
public sealed record LocalHostOptions
{
    /// <summary>The TCP port on 127.0.0.1.</summary>
    public required int Port { get; init; }

    /// <summary>The folder of the database; created when missing.</summary>
    public required string DataFolder { get; init; }

    /// <summary>The folder of the built web page; without one the API is served alone.</summary>
    public string? SiteFolder { get; init; }

    public HostLimits Limits { get; init; } = new();

    public CorsPolicy Cors { get; init; } = CorsPolicy.Parse(CorsPolicy.DefaultOrigins);

    /// <summary>Where titles are fetched from; null to do with the embedded ones.</summary>
    public TmdbOptions? Tmdb { get; init; }

    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>Where progress is told to whoever started the host.</summary>
    public TextWriter Progress { get; init; } = Console.Out;

    /// <summary>Where the log goes, one JSON object a line.</summary>
    public Stream LogOutput { get; init; } = Console.OpenStandardOutput();

    /// <summary>What to run behind the gateway instead of this process's own functions; null for those.</summary>
    public PackagedOptions? Packaged { get; init; }

    /// <summary>Adds endpoints beside the product's own; benchmarks measure against these.</summary>
    public Action<WebApplication>? Extend { get; init; }

    public string Address => $"http://localhost:{Port}";

    /// <summary>Secret part of the inbox's address, new at every start.</summary>
    public string InboxToken { get; } = RandomNumberGenerator.GetHexString(32, lowercase: true);

    /// <summary>Address of the inbox with its secret part, for the operator's console alone.</summary>
    public string Inbox => $"{Address}{Dev.Inbox.Path}?token={InboxToken}";

    /// <summary>Whether the host learns from the lists when nobody asks for anything.</summary>
    public bool Learning { get; init; } = true;

    public DataFolder Files => new(DataFolder);
}
