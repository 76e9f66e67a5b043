using MovieRec.Api.Functions;
using MovieRec.Api.Http;
using MovieRec.Api.Outcomes;
using MovieRec.Emulators;
using MovieRec.Jwt.Keys;
using MovieRec.LocalHost.Logging;
using MovieRec.LocalHost.Standalone;
using MovieRec.Sqlite.Inbox;

namespace MovieRec.LocalHost.Packaged;

/// <summary>Composition of the deployed product on this machine: functions in separate processes, DynamoDB Local, cognito-local.</summary>
internal static class PackagedComposition
{
    public static void AddServices(IServiceCollection services, LocalHostOptions options, PackagedOptions packaged)
    {
        services.AddSingleton(
            provider => new EmulatedAws(
                new EmulatorFolder(packaged.EmulatorsFolder), options, provider.GetRequiredService<ILogger<EmulatedAws>>()));
        // The container disposes of every registered object. EmulatedAws owns the emulators, so they are not registered themselves.
        services.AddSingleton<IMailReader>(provider => new CognitoInbox(provider.GetRequiredService<EmulatedAws>().Cognito));
        services.AddSingleton(provider => new JwksKeySource(provider.GetRequiredService<EmulatedAws>().Cognito.JwksAddress, options.Clock));
        services.AddSingleton<ITokenVerifier>(Verifier);
        services.AddSingleton(provider => new PackagedFunctions(
            packaged,
            Settings(provider.GetRequiredService<EmulatedAws>(), options.Cors),
            provider.GetRequiredService<BufferedLogWriter>().AddLine,
            options.Clock,
            provider.GetRequiredService<ILogger<PackagedFunctions>>()));
        services.AddSingleton(provider => provider.GetRequiredService<PackagedFunctions>().Set);
    }

    public static async Task PrepareAsync(WebApplication app, LocalHostOptions options, CancellationToken cancellationToken)
    {
        options.Packaged!.Check();
        if (options.Tmdb is not null)
            await options.Progress.WriteLineAsync("With --packaged the catalogue is the embedded one: TMDB's key is not used.");
        var cloud = app.Services.GetRequiredService<EmulatedAws>();
        try
        {
            await cloud.StartAsync(cancellationToken);
            PoolKeys.Map(app, cloud.Cognito.PoolId, await cloud.Cognito.JwksAsync(cancellationToken));
        }
        catch (UnavailableException missing)
        {
            throw new ConfigurationException(missing.Message, missing);
        }
    }

    /// <summary>Returns the functions' settings, under the names that <c>MovieRec.Lambda</c> reads.</summary>
    private static Dictionary<string, string> Settings(EmulatedAws cloud, CorsPolicy cors) => new(StringComparer.Ordinal)
    {
        ["ALLOWED_ORIGINS"] = string.Join(',', cors.Origins),
        ["AWS_ENDPOINT_URL_DYNAMODB"] = cloud.DynamoDb.Endpoint,
        ["AWS_ENDPOINT_URL_COGNITO_IDENTITY_PROVIDER"] = cloud.Cognito.Endpoint.ToString(),
        ["USER_POOL_ID"] = cloud.Cognito.PoolId,
        ["USER_POOL_CLIENT_ID"] = cloud.Cognito.ClientId,
        ["USER_POOL_ISSUER"] = cloud.Cognito.Issuer,
        ["USER_POOL_JWKS"] = cloud.Cognito.JwksAddress,
    };

    private static LocalTokenVerifier Verifier(IServiceProvider provider)
    {
        var pool = provider.GetRequiredService<EmulatedAws>().Cognito;
        return LocalTokenVerifier.Create(pool.Issuer, pool.ClientId, provider.GetRequiredService<JwksKeySource>(), provider);
    }
}
