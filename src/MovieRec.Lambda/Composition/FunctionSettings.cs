using System.Buffers;
using Amazon.Runtime;
using MovieRec.Api;
using MovieRec.Api.Http;
using MovieRec.Api.Outcomes;
using MovieRec.Aws;
using MovieRec.Aws.UserPool;
using MovieRec.Lambda.Layer;

namespace MovieRec.Lambda.Composition;

/// <summary>The settings of a function, read from its environment.</summary>
/// <remarks>
/// Each setting is read only when needed, so that a function needs no setting of another one. A missing or wrong setting throws
/// <see cref="ConfigurationException"/> while the function starts.
/// </remarks>
/// <param name="variable">Returns an environment variable; null if it is not set.</param>
internal sealed class FunctionSettings(Func<string, string?> variable)
{
    private const string SigninScope = "aws.cognito.signin.user.admin";

    /// <summary>Allowed difference between the clocks of Cognito and of a function.</summary>
    private const int LeewaySeconds = 5;

    private static readonly SearchValues<char> s_ofTableNames =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-.");

    public string Region => Required("AWS_REGION", "the Region that the function runs in, such as eu-west-1");

    /// <summary>Credentials of the execution role, which Lambda puts into the environment; no other source is tried.</summary>
    public AWSCredentials Credentials
    {
        get
        {
            const string What = "the credentials of the function's role, as Lambda does";
            var id = Required("AWS_ACCESS_KEY_ID", What);
            var secret = Required("AWS_SECRET_ACCESS_KEY", What);
            return Optional("AWS_SESSION_TOKEN") is { } session
                ? new SessionAWSCredentials(id, secret, session)
                : new BasicAWSCredentials(id, secret);
        }
    }

    /// <summary>Address that replaces DynamoDB's in the Region, for example DynamoDB Local's; null for the Region's.</summary>
    public string? DynamoDbEndpoint => Address("AWS_ENDPOINT_URL_DYNAMODB")?.AbsoluteUri;

    public CorsPolicy Cors
    {
        get
        {
            const string Name = "ALLOWED_ORIGINS";
            try
            {
                return CorsPolicy.Parse(Required(Name, "the web origins that may call the API, separated by commas"));
            }
            catch (FormatException wrong)
            {
                throw new ConfigurationException($"{Name}: {wrong.Message}");
            }
        }
    }

    public CognitoClientSettings UserPoolClient => new()
    {
        Endpoint = Address("AWS_ENDPOINT_URL_COGNITO_IDENTITY_PROVIDER") ?? Pool.Endpoint,
        ClientId = ClientId,
        ClientSecret = Optional("USER_POOL_CLIENT_SECRET"),
    };

    /// <summary>Rules for accepting tokens of the user pool, or of an emulator with a different issuer and keys.</summary>
    public LayerSettings Tokens
    {
        get
        {
            var issuer = Address("USER_POOL_ISSUER") is null ? Pool.Issuer : Optional("USER_POOL_ISSUER")!;
            var jwks = Address("USER_POOL_JWKS")?.AbsoluteUri ?? $"{issuer}/.well-known/jwks.json";
            return new LayerSettings(issuer, jwks, [ClientId], SigninScope, LeewaySeconds);
        }
    }

    public TableNames Tables
    {
        get
        {
            var names = new Dictionary<Table, string>();
            foreach (var table in TableSchema.All)
            {
                var setting = ToVariable(table.Table);
                if (Optional(setting) is not { } name)
                    continue;
                if (name.Length is < 3 or > 255 || name.AsSpan().ContainsAnyExcept(s_ofTableNames))
                {
                    throw new ConfigurationException(
                        $"{setting} is '{name}': set it to the name of a DynamoDB table, 3 to 255 letters, digits, '_', '-' and '.'.");
                }
                names[table.Table] = name;
            }

            return new TableNames(names);
        }
    }

    /// <summary>Name of the parameter that holds TMDB's key; null to run without TMDB.</summary>
    public string? TmdbParameter => Optional("TMDB_PARAMETER");

    /// <summary>Address that replaces Parameter Store's in the Region; null for the Region's.</summary>
    public Uri? ParametersEndpoint => Address("AWS_ENDPOINT_URL_SSM");

    /// <summary>Address that replaces TMDB's, for example a proxy's; null for TMDB's own.</summary>
    public Uri? TmdbAddress => Address("TMDB_BASE_URL");

    private UserPoolId Pool
    {
        get
        {
            const string Name = "USER_POOL_ID";
            var text = Required(Name, "the id of the Cognito user pool, such as eu-west-1_AbC123xyz");
            return UserPoolId.Parse(text)
                ?? throw new ConfigurationException(
                    $"{Name} is '{text}': set it to the id of a Cognito user pool, such as eu-west-1_AbC123xyz.");
        }
    }

    private string ClientId => Required("USER_POOL_CLIENT_ID", "the id of the user pool's app client");

    /// <summary>Returns the variable that holds the name of a table, if it is not the default name.</summary>
    public static string ToVariable(Table table) => table switch
    {
        Table.UserPreferences => "TABLE_USER_PREFERENCES",
        Table.Favourites => "TABLE_FAVOURITES",
        Table.Watchlist => "TABLE_WATCHLIST",
        Table.MovieRecCache => "TABLE_MOVIE_REC_CACHE",
        _ => throw new ArgumentOutOfRangeException(nameof(table), table, "No such table."),
    };

    private string? Optional(string name) => variable(name) is { Length: > 0 } value ? value : null;

    private string Required(string name, string what) =>
        Optional(name) ?? throw new ConfigurationException($"{name} is missing: set it to {what}.");

    private Uri? Address(string name)
    {
        if (Optional(name) is not { } text)
            return null;
        return Uri.TryCreate(text, UriKind.Absolute, out var address) && address.Scheme is "http" or "https"
            ? address
            : throw new ConfigurationException($"{name} is '{text}': set it to an address such as http://127.0.0.1:8000, or leave it out.");
    }
}
