using System.Net;
using MovieRec.Api.Auth;
using MovieRec.Api.Callers;
using MovieRec.Api.Learning;
using MovieRec.Api.Media;
using MovieRec.Api.Preferences;
using MovieRec.Engine.Recommending;
using MovieRec.Jwt;
using MovieRec.Jwt.Keys;
using MovieRec.LocalHost.Catalogues;
using MovieRec.LocalHost.Dev;
using MovieRec.LocalHost.Gateway;
using MovieRec.LocalHost.Learning;
using MovieRec.LocalHost.Logging;
using MovieRec.LocalHost.Site;
using MovieRec.Sqlite.Database;
using MovieRec.Sqlite.Inbox;
using MovieRec.Sqlite.Learning;
using MovieRec.Sqlite.Media;
using MovieRec.Sqlite.Preferences;
using MovieRec.Sqlite.Settings;
using MovieRec.Sqlite.UserPool;

namespace MovieRec.LocalHost.Composition;

/// <summary>The whole product in one process: gateway, functions, SQLite, user pool, page.</summary>
public static class LocalHostApp
{
    private const string SigninScope = "aws.cognito.signin.user.admin";

    /// <summary>Opens the database, loads the catalogue and listens; ready when the task completes.</summary>
    /// <exception cref="DatabaseException">The database cannot be used; one sentence.</exception>
    /// <exception cref="IOException">The port is taken.</exception>
    public static async Task<WebApplication> StartAsync(LocalHostOptions options, CancellationToken cancellationToken)
    {
        // Empty: what the host does is said here and by its options, not by an appsettings.json or a variable that happens to be around.
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions { ApplicationName = "MovieRec.LocalHost" });
        builder.Services.AddRoutingCore();
        ConfigureServer(builder, options);
        ConfigureLog(builder, options);
        AddServices(builder.Services, options);
        var app = builder.Build();
        try
        {
            MapPipeline(app, options);
            await EmbeddedCatalogue.LoadAsync(app.Services.GetRequiredService<ITitleStore>(), options.Progress, cancellationToken);
            await WarmAsync(app, options, cancellationToken);
            await app.StartAsync(cancellationToken);
            return app;
        }
        catch
        {
            await app.DisposeAsync();
            throw;
        }
    }

    private static void ConfigureServer(WebApplicationBuilder builder, LocalHostOptions options) => builder.WebHost.UseKestrelCore().ConfigureKestrel(server =>
    {
        server.Listen(IPAddress.Loopback, options.Port);
        server.AddServerHeader = false;
        // Beyond what the gateway takes, so that it is the gateway that refuses, with the contract's error body.
        server.Limits.MaxRequestBodySize = null;
        server.Limits.MaxRequestLineSize = 256 * 1024;
        server.Limits.MaxRequestHeadersTotalSize = 256 * 1024;
        server.Limits.MaxRequestBufferSize = 1024 * 1024;
    });

    private static void ConfigureLog(WebApplicationBuilder builder, LocalHostOptions options)
    {
        builder.Logging.ClearProviders();
        builder.Logging.SetMinimumLevel(LogLevel.Information);
        builder.Logging.AddFilter("Microsoft", LogLevel.Warning);
        // It logs a failed start with a stack trace; whoever starts us is told in one sentence.
        builder.Logging.AddFilter("Microsoft.Extensions.Hosting", LogLevel.None);
        builder.Services.AddSingleton<ILoggerProvider>(new JsonLinesLoggerProvider(options.LogOutput, options.Clock));
    }

    private static void AddServices(IServiceCollection services, LocalHostOptions options)
    {
        services.AddSingleton(options);
        services.AddSingleton(options.Cors);
        services.AddSingleton(options.Clock);
        services.AddSingleton(provider => MovieRecDatabase.Open(options.DatabasePath, provider.GetRequiredService<ILogger<MovieRecDatabase>>()));
        services.AddSingleton<SqliteSettings>();
        services.AddSingleton<SqliteInbox>();
        services.AddSingleton<IMailbox>(provider => provider.GetRequiredService<SqliteInbox>());
        services.AddSingleton<IPreferencesStore, SqlitePreferencesStore>();
        services.AddSingleton<ITitleStore, SqliteTitleStore>();
        services.AddSingleton<IModelStore>(new FileModelStore(options.ModelPath));
        services.AddSingleton<IListedTitles, SqliteListedTitles>();
        services.AddSingleton(new Activity(options.Clock));
        services.AddSingleton<NightlyLearning>();
        if (options.Learning)
            services.AddHostedService(provider => provider.GetRequiredService<NightlyLearning>());
        services.AddSingleton(provider => new CatalogueCache(
            provider.GetRequiredService<ITitleStore>(), provider.GetRequiredService<IModelStore>(), options.Clock, provider.GetRequiredService<ILogger<CatalogueCache>>()));

        services.AddSingleton(provider => LocalPoolIdentity.LoadOrCreate(provider.GetRequiredService<SqliteSettings>()));
        services.AddSingleton(provider => new LocalUserPoolOptions
        {
            Issuer = $"{options.Address}/{provider.GetRequiredService<LocalPoolIdentity>().PoolId}",
        });
        services.AddSingleton<IUserPool, LocalUserPool>();
        services.AddSingleton(Verifier);
        services.AddSingleton<ITokenVerifier, LocalTokenVerifier>();
        services.AddSingleton(Functions.Compose);
        services.AddSingleton<ApiGateway>();
    }

    private static TokenVerifier Verifier(IServiceProvider provider)
    {
        var identity = provider.GetRequiredService<LocalPoolIdentity>();
        var options = new TokenVerifierOptions
        {
            Issuer = provider.GetRequiredService<LocalUserPoolOptions>().Issuer,
            TokenUse = TokenUses.Access,
            ClientIds = ClientIds.AnyOf(identity.ClientId),
            Scopes = Scopes.AnyOf(SigninScope),
            SignatureCacheCapacity = 4096,
        };
        return new TokenVerifier(options, new StaticKeySource(identity.JwksJson()), provider.GetRequiredService<TimeProvider>());
    }

    private static void MapPipeline(WebApplication app, LocalHostOptions options)
    {
        var gateway = app.Services.GetRequiredService<ApiGateway>();
        var activity = app.Services.GetRequiredService<Activity>();
        app.Use((context, next) =>
        {
            activity.Note();
            return next(context);
        });
        app.Use((context, next) => ApiGateway.Owns(context.Request.Path) ? gateway.HandleAsync(context) : next(context));
        app.Use(LoopbackOnly.InvokeAsync);
        app.MapGet("/healthz", () => Results.Json(new HealthBody("ok"), SiteJson.Default.HealthBody));
        Inbox.Map(app);
        var identity = app.Services.GetRequiredService<LocalPoolIdentity>();
        app.MapGet($"/{identity.PoolId}/.well-known/jwks.json", () => Results.Text(identity.JwksJson(), "application/json"));
        StaticSite.Map(app, options);
        options.Extend?.Invoke(app);
    }

    /// <summary>The first caller finds the indexes built and the code compiled.</summary>
    private static async Task WarmAsync(WebApplication app, LocalHostOptions options, CancellationToken cancellationToken)
    {
        var loaded = await app.Services.GetRequiredService<CatalogueCache>().CurrentAsync(cancellationToken);
        await Task.WhenAll(
            Task.Run(() => loaded.Search.Search("a", null, 0, 1, cancellationToken), cancellationToken),
            Task.Run(() => loaded.Recommender.Recommend(UserTaste.Unknown, new RecommendationQuery { Now = options.Clock.GetUtcNow() }), cancellationToken));
    }
}
