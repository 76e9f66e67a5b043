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

/// <summary>
/// Puts a function together by hand, with what it needs and no more: what is not built costs no start-up time. What is built lives as
/// long as the process.
/// </summary>
/// <param name="settings">Out of the environment.</param>
/// <param name="clock">The function's.</param>
/// <param name="random">Jitter of pauses, names of snapshots.</param>
/// <param name="randomBytes">So many, for keys.</param>
internal sealed class Composer(FunctionSettings settings, TimeProvider clock, Random random, Func<int, byte[]> randomBytes)
{
    private const double AttemptsACall = 3;

    /// <summary>
    /// Requests to TMDB per second, of the one refresh that runs at a time and of each instance that looks titles up. TMDB allows about 50:
    /// together they stay below it up to three busy instances, and <c>reservedConcurrency</c> bounds those.
    /// </summary>
    private const int RefreshRate = 25, LookUpRate = 8;
    private static readonly TimeSpan s_callOfARefresh = TimeSpan.FromSeconds(20);

    /// <summary>Another time for one attempt of a call of DynamoDB; null for the usual one.</summary>
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
                DynamoDbMediaListStore.Favourites(tables), new DynamoDbTitleRecords(tables), ContinuationKey(tables, Table.Favourites), clock)),
        FunctionName.Watchlist => Guarded(
            name, log, tables => new WatchlistFunction(
                DynamoDbMediaListStore.Watchlist(tables), new DynamoDbTitleRecords(tables), ContinuationKey(tables, Table.Watchlist), clock)),
        FunctionName.MovieRec => Guarded(
            name, log, tables => new MovieRecFunction(
                new DynamoDbPreferencesStore(tables), DynamoDbMediaListStore.Favourites(tables), DynamoDbMediaListStore.Watchlist(tables),
                Catalogue(tables, withNames: false, new DynamoDbModelStore(tables), log), new DynamoDbTitleRecords(tables), new DynamoDbKeptLists(tables), clock)),
        FunctionName.MediaCache => MediaCache(name, log),
        _ => throw new ArgumentOutOfRangeException(nameof(name), name, "No such function."),
    };

    private ComposedFunction MediaCache(FunctionName name, ILogger log)
    {
        var tables = Tables();
        var catalogue = Catalogue(tables, withNames: true, null, log);
        var records = new DynamoDbTitleRecords(tables);
        var lists = new DynamoDbKeptLists(tables);
        SourceLookup? answers = null;
        Func<CatalogueRefresh>? open = null;
        if (settings.TmdbParameter is { } parameter)
        {
            answers = new SourceLookup(Source(parameter, LookUpRate, log), records, lists, clock, log);
            var forRefresh = Source(parameter, RefreshRate, log);
            open = () => Refresh(forRefresh, log);
        }

        var refresh = new ScheduledRefresh(open, catalogue, clock, log);
        return Open(name, log, new MediaCacheFunction(catalogue, records, answers, clock)) with { OnSchedule = refresh.RunAsync };
    }

    private CatalogueRefresh Refresh(ParameterSource source, ILogger log)
    {
        // Nobody waits for these calls, and they write 350 KB at a time.
        var tables = Tables(s_callOfARefresh);
        return new CatalogueRefresh(
            source, new DynamoDbTitleRecords(tables), new DynamoDbSnapshotStore(tables), new DynamoDbKeptLists(tables), new DynamoDbRefreshState(tables),
            clock, random, log);
    }

    private ParameterSource Source(string parameter, int requestsPerSecond, ILogger log) => new(parameter, requestsPerSecond, settings, clock, random, log);

    private ComposedFunction Open(FunctionName name, ILogger log, IFunction function) => new(new FunctionPipeline(name, function, settings.Cors, log));

    private ComposedFunction Guarded(FunctionName name, ILogger log, Func<MovieRecTables, IAuthenticatedFunction> function)
    {
        // What is read ahead is on its way while the layer starts and asks for the keys.
        var made = function(Tables());
        ITokenVerifier tokens = LayerTokenVerifier.Open(JwtLayer.DefaultPath, settings.Tokens, CognitoHttp.CreateClient(), log);
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

    /// <summary>
    /// Begins to read what lives as long as the process, so that it, and the connection to DynamoDB, are there when the first request needs
    /// them. What fails is read again by whoever needs it, who then says so.
    /// </summary>
    private static void ReadAhead<T>(Func<CancellationToken, ValueTask<T>> read) => _ = Task.Run(async () =>
    {
        try
        {
            await read(CancellationToken.None);
        }
#pragma warning disable CA1031 // Nobody waits for this.
        catch (Exception)
#pragma warning restore CA1031
        {
        }
    });

    private MovieRecTables Tables(TimeSpan? callTimeout = null)
    {
        var client = DynamoDbClientFactory.Create(settings.Credentials, settings.Region, settings.DynamoDbEndpoint, AttemptTimeout ?? callTimeout / AttemptsACall);
        return new MovieRecTables(client, settings.Tables, clock, random, callTimeout);
    }
}
