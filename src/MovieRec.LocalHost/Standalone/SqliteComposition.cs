using MovieRec.Api.Auth;
using MovieRec.Api.Catalogues;
using MovieRec.Api.Catalogues.Refresh;
using MovieRec.Api.Catalogues.Source;
using MovieRec.Api.Functions;
using MovieRec.Api.Media;
using MovieRec.Api.Preferences;
using MovieRec.Engine.Recommending;
using MovieRec.Jwt.Keys;
using MovieRec.Sqlite.Catalogues;
using MovieRec.Sqlite.Database;
using MovieRec.Sqlite.Emails;
using MovieRec.Sqlite.Inbox;
using MovieRec.Sqlite.Preferences;
using MovieRec.Sqlite.Settings;
using MovieRec.Sqlite.UserPool;
using MovieRec.Tmdb;

namespace MovieRec.LocalHost.Standalone;

/// <summary>Composition of everything in this process: functions, SQLite, user pool.</summary>
internal static class SqliteComposition
{
    public static void AddServices(IServiceCollection services, LocalHostOptions options)
    {
        services.AddSingleton(
            provider => MovieRecDatabase.Open(options.Files.Database, provider.GetRequiredService<ILogger<MovieRecDatabase>>()));
        services.AddSingleton<SqliteSettings>();
        services.AddSingleton<SqliteInbox>();
        services.AddSingleton<IMailSender>(provider => provider.GetRequiredService<SqliteInbox>());
        services.AddSingleton<IMailReader>(provider => provider.GetRequiredService<SqliteInbox>());
        services.AddSingleton<IPreferencesStore, SqlitePreferencesStore>();
        services.AddSingleton<ITitleRecords, SqliteTitleRecords>();
        services.AddSingleton<ISnapshotStore, SqliteSnapshotStore>();
        services.AddSingleton<ISourceListCache, SqliteSourceListCache>();
        services.AddSingleton<IWantedTitles, SqliteWantedTitles>();
        services.AddSingleton<IRefreshState, SqliteRefreshState>();
        services.AddSingleton<IModelStore>(new FileModelStore(options.Files.Model));
        services.AddSingleton<IListedTitles, SqliteListedTitles>();
        services.AddSingleton<ModelTrainingService>();
        if (options.Learning)
            services.AddHostedService(provider => provider.GetRequiredService<ModelTrainingService>());
        services.AddSingleton(provider => new CatalogueCache(
            provider.GetRequiredService<ISnapshotStore>(), withNames: true, provider.GetRequiredService<IModelStore>(), options.Clock,
            provider.GetRequiredService<ILogger<CatalogueCache>>()));
        if (options.Tmdb is { } tmdb)
            AddSource(services, tmdb, options);

        services.AddSingleton(provider => LocalPoolIdentity.LoadOrCreate(provider.GetRequiredService<SqliteSettings>()));
        services.AddSingleton(provider => new LocalUserPoolOptions
        {
            Issuer = $"{options.Address}/{provider.GetRequiredService<LocalPoolIdentity>().PoolId}",
            HashIterations = options.Limits.HashIterations,
        });
        services.AddSingleton<LocalUserPool>();
        services.AddSingleton<IUserPool, GatedUserPool>();
        services.AddSingleton<ITokenVerifier>(Verifier);
        services.AddSingleton(Functions.Compose);
    }

    private static void AddSource(IServiceCollection services, TmdbOptions tmdb, LocalHostOptions options)
    {
        services.AddSingleton<IMediaSource>(provider =>
            new TmdbSource(
                tmdb, TmdbHttp.CreateClient(), options.Clock, Random.Shared, provider.GetRequiredService<ILogger<TmdbSource>>()));
        services.AddSingleton(provider => new SourceLookup(
            provider.GetRequiredService<IMediaSource>(), provider.GetRequiredService<ITitleRecords>(),
            provider.GetRequiredService<ISourceListCache>(), options.Clock,
            provider.GetRequiredService<ILogger<SourceLookup>>()));
        services.AddSingleton(provider => new CatalogueRefresh(
            provider.GetRequiredService<IMediaSource>(), provider.GetRequiredService<ITitleRecords>(),
            provider.GetRequiredService<ISnapshotStore>(),
            provider.GetRequiredService<IWantedTitles>(), provider.GetRequiredService<IRefreshState>(), options.Clock, Random.Shared,
            provider.GetRequiredService<ILogger<CatalogueRefresh>>()));
        services.AddHostedService<CatalogueRefreshService>();
    }

    public static async Task PrepareAsync(WebApplication app, LocalHostOptions options, CancellationToken cancellationToken)
    {
        var identity = app.Services.GetRequiredService<LocalPoolIdentity>();
        PoolKeys.Map(app, identity.PoolId, identity.JwksJson());
        await new EmbeddedCatalogue(
            app.Services.GetRequiredService<CatalogueCache>(), app.Services.GetRequiredService<ITitleRecords>(),
            app.Services.GetRequiredService<ISnapshotStore>(),
            app.Services.GetRequiredService<ILogger<CatalogueCache>>()).LoadAsync(options.Progress, cancellationToken);
        await WarmAsync(app, options, cancellationToken);
    }

    private static LocalTokenVerifier Verifier(IServiceProvider provider)
    {
        var identity = provider.GetRequiredService<LocalPoolIdentity>();
        return LocalTokenVerifier.Create(
            provider.GetRequiredService<LocalUserPoolOptions>().Issuer, identity.ClientId, new StaticKeySource(identity.JwksJson()),
            provider);
    }

    /// <summary>Builds the indexes and compiles the code before the first request.</summary>
    private static async Task WarmAsync(WebApplication app, LocalHostOptions options, CancellationToken cancellationToken)
    {
        var loaded = await app.Services.GetRequiredService<CatalogueCache>().CurrentAsync(cancellationToken);
        await Task.WhenAll(
            Task.Run(() => loaded.Search.Search("a", null, 0, 1, cancellationToken), cancellationToken),
            Task.Run(
                () => loaded.Recommender.Recommend(UserTaste.Unknown, new RecommendationQuery { Now = options.Clock.GetUtcNow() }),
                cancellationToken));
    }
}
