using System.Security.Cryptography;
using MovieRec.Api.Http;
using MovieRec.LocalHost.Gateway;
using MovieRec.LocalHost.Packaged;
using MovieRec.Sqlite.Database;
using MovieRec.Tmdb;

namespace MovieRec.LocalHost;

/// <summary>Options of the host.</summary>
public sealed record LocalHostOptions
{
    /// <summary>The TCP port on 127.0.0.1.</summary>
    public required int Port { get; init; }

    /// <summary>The folder of the database; created if missing.</summary>
    public required string DataFolder { get; init; }

    /// <summary>The folder of the built web page; null to serve only the API.</summary>
    public string? SiteFolder { get; init; }

    public HostLimits Limits { get; init; } = new();

    public CorsPolicy Cors { get; init; } = CorsPolicy.Parse(CorsPolicy.DefaultOrigins);

    /// <summary>Options of TMDB as the source of titles; null to use only the embedded ones.</summary>
    public TmdbOptions? Tmdb { get; init; }

    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>Output of the progress for the operator.</summary>
    public TextWriter Progress { get; init; } = Console.Out;

    /// <summary>Output of the log, one JSON object per line.</summary>
    public Stream LogOutput { get; init; } = Console.OpenStandardOutput();

    /// <summary>The packaged functions to run instead of those in this process; null for those in this process.</summary>
    public PackagedOptions? Packaged { get; init; }

    /// <summary>Adds further endpoints, which benchmarks use as a baseline.</summary>
    public Action<WebApplication>? Extend { get; init; }

    public string Address => $"http://localhost:{Port}";

    /// <summary>Secret part of the inbox's address, new for every start.</summary>
    public string InboxToken { get; } = RandomNumberGenerator.GetHexString(32, lowercase: true);

    /// <summary>Address of the inbox with its secret part, only for the operator's console.</summary>
    public string Inbox => $"{Address}{Dev.Inbox.Path}?token={InboxToken}";

    /// <summary>True to train the model on the lists while the host is idle.</summary>
    public bool Learning { get; init; } = true;

    public DataFolder Files => new(DataFolder);
}
