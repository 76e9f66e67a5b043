using Microsoft.Extensions.Logging;
using MovieRec.Api;
using MovieRec.Api.Auth;
using MovieRec.Api.Catalogues;
using MovieRec.Api.Catalogues.Refresh;
using MovieRec.Api.Functions;
using MovieRec.Api.Media;
using MovieRec.Api.MediaLists;
using MovieRec.Api.Preferences;
using MovieRec.Api.Recommendations;
using MovieRec.Aws;
using MovieRec.Aws.Catalogues;
using MovieRec.Aws.MediaLists;
using MovieRec.Aws.Preferences;
using MovieRec.Aws.Tables;
using MovieRec.Aws.UserPool;
using MovieRec.Lambda.Layer;

namespace MovieRec.Lambda.Composition;

/// <summary>Composes a function by hand with only what it needs; unused parts would cost start-up time.</summary>
/// <remarks>All parts live as long as the process.</remarks>
/// <param name="settings">The settings from the environment.</param>
/// <param name="clock">The function's clock.</param>
/// <param name="random">For jitter of pauses and names of snapshots.</param>
/// <param name="randomBytes">Creates the given number of random bytes, for keys.</param>
internal sealed class Composer(FunctionSettings settings, TimeProvider clock, Random random, Func<int, byte[]> randomBytes)
{
    private const double AttemptsACall = 3;

    /// <summary>Requests per second to TMDB: of the single refresh, and of each instance that looks up titles.</summary>
    /// <remarks>
    /// TMDB allows about 50. With up to three busy instances the sum stays below that; <c>reservedConcurrency</c> limits the instances.
    /// </remarks>
    private const int RefreshRate = 25, LookUpRate = 8;
    private static readonly TimeSpan s_callOfARefresh = TimeSpan.FromSeconds(20);

    /// <summary>Timeout of one attempt of a DynamoDB call; null for the default.</summary>
    public TimeSpan? AttemptTimeout { get; init; }

    public ValueTask<ComposedFunction> ComposeAsync(FunctionName name, ILogger log, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return ValueTask.FromResult(Composed(name, log));
    }

    private ComposedFunction Composed(FunctionName name, ILogger log) => name switch
    {
        FunctionName.Signin => Open(name, log, new SigninFunction(UserPool())),
        FunctionName.Signup => Open(name, log, new SignupFunction(UserPool())),
        FunctionName.RefreshToken => Open(name, log, new RefreshTokenFunction(UserPool())),
        FunctionName.UserPreferences => Guarded(
            name, log, tables => new UserPreferencesFunction(new DynamoDbPreferencesStore(tables), clock)),
        FunctionName.Favourites => Guarded(
            name, log, tables => new FavouritesFunction(
                DynamoDbMediaListStore.Favourites(tables), new DynamoDbTitleRecords(tables), ContinuationKey(tables, Table.Favourites),
                clock)),
        FunctionName.Watchlist => Guarded(
            name, log, tables => new WatchlistFunction(
                DynamoDbMediaListStore.Watchlist(tables), new DynamoDbTitleRecords(tables), ContinuationKey(tables, Table.Watchlist),
                clock)),
        FunctionName.MovieRec => Guarded(
            name, log, tables => new MovieRecFunction(
                new DynamoDbPreferencesStore(tables), DynamoDbMediaListStore.Favourites(tables), DynamoDbMediaListStore.Watchlist(tables),
                Catalogue(tables, withNames: false, new DynamoDbModelStore(tables), log), new DynamoDbTitleRecords(tables),
                new DynamoDbWantedTitles(tables), clock)),
        FunctionName.MediaCache => MediaCache(name, log),
        _ => throw new ArgumentOutOfRangeException(nameof(name), name, "No such function."),
    };

    private ComposedFunction MediaCache(FunctionName name, ILogger log)
    {
        var tables = Tables();
        var catalogue = Catalogue(tables, withNames: true, null, log);
        var records = new DynamoDbTitleRecords(tables);
        var lists = new DynamoDbSourceListCache(tables);
        SourceLookup? responses = null;
        Func<CatalogueRefresh>? open = null;
        if (settings.TmdbParameter is { } parameter)
        {
            responses = new SourceLookup(Source(parameter, LookUpRate, log), records, lists, clock, log);
            var forRefresh = Source(parameter, RefreshRate, log);
            open = () => Refresh(forRefresh, log);
        }

        var refresh = new ScheduledRefresh(open, catalogue, clock, log);
        return Open(name, log, new MediaCacheFunction(catalogue, records, responses, clock)) with { OnSchedule = refresh.RunAsync };
    }

    private CatalogueRefresh Refresh(ParameterSource source, ILogger log)
    {
        // No request waits for these calls, and they write 350 KB at a time.
        var tables = Tables(s_callOfARefresh);
        return new CatalogueRefresh(
            source, new DynamoDbTitleRecords(tables), new DynamoDbSnapshotStore(tables), new DynamoDbWantedTitles(tables),
            new DynamoDbRefreshState(tables),
            clock, random, log);
    }

    private ParameterSource Source(string parameter, int requestsPerSecond, ILogger log) =>
        new(parameter, requestsPerSecond, settings, clock, random, log);

    private ComposedFunction Open(FunctionName name, ILogger log, IFunction function) =>
        new(new FunctionPipeline(name, function, settings.Cors, log));

    private ComposedFunction Guarded(FunctionName name, ILogger log, Func<MovieRecTables, IAuthenticatedFunction> function)
    {
        // The data is already being read ahead while the layer starts and fetches the keys.
        var made = function(Tables());
        ITokenVerifier tokens = LayerTokenVerifier.Open(JwtLayer.DefaultPath, settings.Tokens, clock, log);
        return new(new FunctionPipeline(name, made, tokens, settings.Cors, log));
    }

    private CognitoUserPool UserPool() => new(CognitoHttp.CreateClient(), settings.UserPoolClient, clock);

    private CatalogueCache Catalogue(MovieRecTables tables, bool withNames, IModelStore? models, ILogger log)
    {
        var catalogue = new CatalogueCache(new DynamoDbSnapshotStore(tables), withNames, models, clock, log);
        ReadAhead(async cancellationToken =>
        {
            var current = (await catalogue.CurrentAsync(cancellationToken)).Catalogue;
            if (current.Count == 0)
                log.CatalogueEmpty();
            return current;
        });
        return catalogue;
    }

    private DynamoDbContinuationKey ContinuationKey(MovieRecTables tables, Table table)
    {
        var key = new DynamoDbContinuationKey(tables, table, () => randomBytes(ContinuationTokens.KeyBytes));
        ReadAhead(key.ReadAsync);
        return key;
    }

    /// <summary>Starts reading data that lives as long as the process, before the first request needs it.</summary>
    /// <remarks>
    /// This also opens the connection to DynamoDB. After a failure, the request that needs the data reads it again and reports the error.
    /// </remarks>
    private static void ReadAhead<T>(Func<CancellationToken, ValueTask<T>> read) => _ = Task.Run(async () =>
    {
        try
        {
            await read(CancellationToken.None);
        }
#pragma warning disable CA1031 // No code waits for this task.
        catch (Exception)
#pragma warning restore CA1031
        {
        }
    });

    private MovieRecTables Tables(TimeSpan? callTimeout = null)
    {
        var client = DynamoDbClientFactory.Create(
            settings.Credentials, settings.Region, settings.DynamoDbEndpoint, AttemptTimeout ?? callTimeout / AttemptsACall);
        return new MovieRecTables(client, settings.Tables, clock, random, callTimeout);
    }
}
