using System.Net;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.ResponseCompression;
using Microsoft.AspNetCore.Server.Kestrel.Transport.Sockets;
using Microsoft.Data.Sqlite;
using MovieRec.Api.Outcomes;
using MovieRec.LocalHost.Dev;
using MovieRec.LocalHost.Gateway;
using MovieRec.LocalHost.Logging;
using MovieRec.LocalHost.Packaged;
using MovieRec.LocalHost.Site;
using MovieRec.LocalHost.Standalone;
using MovieRec.Sqlite.Database;

namespace MovieRec.LocalHost;

/// <summary>The whole product on one machine: gateway, page and functions.</summary>
/// <remarks>
/// Behind the gateway are either functions in this process over SQLite (<see cref="SqliteComposition"/>), or the deployed functions in
/// separate processes (<see cref="PackagedComposition"/>).
/// </remarks>
public static class LocalHostApp
{
    /// <summary>Opens the storage, loads the catalogue and listens; ready when the task completes.</summary>
    /// <exception cref="ConfigurationException">The database cannot be used; the message is one sentence.</exception>
    /// <exception cref="ConfigurationException">A prerequisite is missing; the message is one sentence.</exception>
    /// <exception cref="IOException">The port is in use.</exception>
    public static async Task<WebApplication> StartAsync(LocalHostOptions options, CancellationToken cancellationToken)
    {
        // Empty: only this code and the options configure the host, not a stray appsettings.json or environment variable.
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions { ApplicationName = "MovieRec.LocalHost" });
        builder.Services.AddRoutingCore();
        builder.Services.AddResponseCompression(compression => compression.MimeTypes = ["application/json"]);
        builder.Services.AddSingleton<IResponseCompressionProvider, LargeResponseCompression>();
        ConfigureServer(builder, options);
        ConfigureLog(builder, options);
        builder.Services.AddSingleton(options);
        builder.Services.AddSingleton(options.Cors);
        builder.Services.AddSingleton(options.Clock);
        builder.Services.AddSingleton(options.Limits);
        builder.Services.AddSingleton<RequestThrottle>();
        builder.Services.AddSingleton(new IdleClock(options.Clock));
        builder.Services.AddSingleton<ApiGateway>();
        if (options.Packaged is { } packaged)
            PackagedComposition.AddServices(builder.Services, options, packaged);
        else
            SqliteComposition.AddServices(builder.Services, options);
        var app = builder.Build();
        try
        {
            foreach (var loose in options.Files.Secure())
                app.Logger.MadePrivate(loose);
            if (options.Packaged is null)
                await SqliteComposition.PrepareAsync(app, options, cancellationToken);
            else
                await PackagedComposition.PrepareAsync(app, options, cancellationToken);
            MapPipeline(app, options);
            await app.StartAsync(cancellationToken);
            return app;
        }
        catch (SqliteException unusable) // for example a disk that fills up while the first titles are written
        {
            await app.DisposeAsync();
            throw StartFailure.Create(options.Files.Database, unusable);
        }
        catch
        {
            await app.DisposeAsync();
            throw;
        }
    }

    private static void ConfigureServer(WebApplicationBuilder builder, LocalHostOptions options) =>
        builder.WebHost.UseKestrelCore().ConfigureServices(AddSockets).ConfigureKestrel(server =>
    {
        server.Listen(IPAddress.Loopback, options.Port);
        server.AddServerHeader = false;
        // Idle connections are closed soon, to make room for other clients.
        server.Limits.KeepAliveTimeout = TimeSpan.FromSeconds(15);
        server.Limits.RequestHeadersTimeout = TimeSpan.FromSeconds(10);
        // Above the gateway's limits, so that the gateway rejects the request, with the error body of the API.
        server.Limits.MaxRequestBodySize = null;
        server.Limits.MaxRequestLineSize = 256 * 1024;
        server.Limits.MaxRequestHeadersTotalSize = 256 * 1024;
        server.Limits.MaxRequestHeaderCount = server.Limits.MaxRequestHeadersTotalSize;
        server.Limits.MaxRequestBufferSize = 1024 * 1024;
    });

    private static void AddSockets(IServiceCollection services) =>
        services.AddSingleton<SocketTransportFactory>()
            .AddSingleton<IConnectionListenerFactory>(
                provider => new BoundedSockets(provider.GetRequiredService<SocketTransportFactory>(), ConnectionLimit.Get()));

    private static void ConfigureLog(WebApplicationBuilder builder, LocalHostOptions options)
    {
        builder.Logging.ClearProviders();
        builder.Logging.SetMinimumLevel(LogLevel.Information);
        builder.Logging.AddFilter("Microsoft", LogLevel.Warning);
        // It logs a failed start with a stack trace; the operator gets one sentence instead.
        builder.Logging.AddFilter("Microsoft.Extensions.Hosting", LogLevel.None);
        builder.Services.AddSingleton(_ => new BufferedLogWriter(options.LogOutput, options.Clock));
        builder.Services.AddSingleton<ILoggerProvider>(
            provider => new JsonLinesLoggerProvider(provider.GetRequiredService<BufferedLogWriter>(), options.Clock));
    }

    private static void MapPipeline(WebApplication app, LocalHostOptions options)
    {
        var gateway = app.Services.GetRequiredService<ApiGateway>();
        var activity = app.Services.GetRequiredService<IdleClock>();
        app.Use((context, next) =>
        {
            activity.Note();
            return next(context);
        });
        app.UseResponseCompression();
        app.Use((context, next) => ApiGateway.Owns(context.Request.Path) ? gateway.HandleAsync(context) : next(context));
        app.Use(LoopbackOnly.InvokeAsync);
        app.MapGet("/healthz", () => Results.Json(new HealthBody("ok"), SiteJson.Default.HealthBody));
        Inbox.Map(app, options);
        StaticSite.Map(app, options);
        options.Extend?.Invoke(app);
    }
}
