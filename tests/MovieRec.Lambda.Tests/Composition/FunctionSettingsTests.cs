using Amazon.Runtime;
using MovieRec.Api;
using MovieRec.Api.Outcomes;
using MovieRec.Aws;
using MovieRec.Lambda.Composition;

namespace MovieRec.Lambda.Tests.Composition;

public sealed class FunctionSettingsTests
{
    private readonly Dictionary<string, string> _environment = new(StringComparer.Ordinal)
    {
        ["AWS_REGION"] = "eu-west-1",
        ["AWS_ACCESS_KEY_ID"] = "key-1",
        ["AWS_SECRET_ACCESS_KEY"] = "secret-1",
        ["USER_POOL_ID"] = "eu-west-1_AbC123xyz",
        ["USER_POOL_CLIENT_ID"] = "client-1",
        ["ALLOWED_ORIGINS"] = "https://films.example.com,http://localhost:3000",
    };

    private FunctionSettings Settings => new(_environment.GetValueOrDefault);

    [Fact]
    public void Settings_OfAws_AreThoseOfThePoolAndTheRegion()
    {
        Settings.Region.ShouldBe("eu-west-1");
        Settings.Credentials.ShouldBeOfType<BasicAWSCredentials>();
        Settings.DynamoDbEndpoint.ShouldBeNull();
        Settings.Cors.Origins.ShouldBe(["https://films.example.com", "http://localhost:3000"]);
        Settings.UserPoolClient.Endpoint.ShouldBe(new Uri("https://cognito-idp.eu-west-1.amazonaws.com/"));
        Settings.UserPoolClient.ClientId.ShouldBe("client-1");
        Settings.UserPoolClient.ClientSecret.ShouldBeNull();
        Settings.Tokens.Issuer.ShouldBe("https://cognito-idp.eu-west-1.amazonaws.com/eu-west-1_AbC123xyz");
        Settings.Tokens.Jwks.ShouldBe("https://cognito-idp.eu-west-1.amazonaws.com/eu-west-1_AbC123xyz/.well-known/jwks.json");
        Settings.Tokens.ClientIds.ShouldBe(["client-1"]);
        Settings.Tokens.Scope.ShouldBe("aws.cognito.signin.user.admin");
        Settings.Tokens.LeewaySeconds.ShouldBeInRange(1, 60);
    }

    [Fact]
    public void Settings_OfEmulators_AreTheirAddresses()
    {
        _environment["AWS_ENDPOINT_URL_DYNAMODB"] = "http://127.0.0.1:8000";
        _environment["AWS_ENDPOINT_URL_COGNITO_IDENTITY_PROVIDER"] = "http://127.0.0.1:9229";
        _environment["USER_POOL_ISSUER"] = "http://127.0.0.1:9229/local_1";
        _environment["USER_POOL_ID"] = "local_1";
        _environment["USER_POOL_CLIENT_SECRET"] = "s";

        Settings.DynamoDbEndpoint.ShouldBe("http://127.0.0.1:8000/");
        Settings.UserPoolClient.Endpoint.ShouldBe(new Uri("http://127.0.0.1:9229/"));
        Settings.UserPoolClient.ClientSecret.ShouldBe("s");
        Settings.Tokens.Issuer.ShouldBe("http://127.0.0.1:9229/local_1");
        Settings.Tokens.Jwks.ShouldBe("http://127.0.0.1:9229/local_1/.well-known/jwks.json");

        _environment["USER_POOL_JWKS"] = "http://127.0.0.1:9230/keys";
        Settings.Tokens.Jwks.ShouldBe("http://127.0.0.1:9230/keys");
    }

    [Fact]
    public void Credentials_OfASession_AreTheSessions()
    {
        _environment["AWS_SESSION_TOKEN"] = "session-1";
        var credentials = Settings.Credentials.GetCredentials();
        (credentials.AccessKey, credentials.SecretKey, credentials.Token).ShouldBe(("key-1", "secret-1", "session-1"));
    }

    [Theory]
    [MemberData(nameof(Tables))]
    public void Table_OfASetting_HasThatName(Table table)
    {
        Settings.Tables[table].ShouldBe(TableSchema.Get(table).DefaultName);
        _environment[FunctionSettings.ToVariable(table)] = "films-prod";
        Settings.Tables[table].ShouldBe("films-prod");
        Tables.Count(other => Settings.Tables[other.Data] == "films-prod").ShouldBe(1);
    }

    public static TheoryData<Table> Tables => [.. Enum.GetValues<Table>()];

    [Theory]
    [InlineData("AWS_REGION")]
    [InlineData("AWS_ACCESS_KEY_ID")]
    [InlineData("AWS_SECRET_ACCESS_KEY")]
    [InlineData("USER_POOL_ID")]
    [InlineData("USER_POOL_CLIENT_ID")]
    [InlineData("ALLOWED_ORIGINS")]
    public void Setting_ThatIsMissing_IsNamedInOneSentence(string name)
    {
        _environment[name] = "";
        var message = Should.Throw<ConfigurationException>(ReadAll).Message;
        message.ShouldStartWith($"{name} is missing: set it to ");
        message.ShouldEndWith(".");
    }

    [Theory]
    [InlineData("USER_POOL_ID", "nonsense")]
    [InlineData("ALLOWED_ORIGINS", "*")]
    [InlineData("ALLOWED_ORIGINS", ",")]
    [InlineData("TABLE_FAVOURITES", "no")]
    [InlineData("TABLE_MOVIE_REC_CACHE", "with space")]
    [InlineData("AWS_ENDPOINT_URL_DYNAMODB", "127.0.0.1:8000")]
    [InlineData("AWS_ENDPOINT_URL_COGNITO_IDENTITY_PROVIDER", "ftp://127.0.0.1")]
    [InlineData("USER_POOL_ISSUER", "local")]
    [InlineData("USER_POOL_JWKS", "file:///etc/keys")]
    public void Setting_ThatIsWrong_IsNamed(string name, string value)
    {
        _environment[name] = value;
        Should.Throw<ConfigurationException>(ReadAll).Message.ShouldStartWith(name);
    }

    private void ReadAll() =>
        _ = (Settings.Region, Settings.Cors, Settings.UserPoolClient, Settings.Tokens, Settings.Tables, Settings.DynamoDbEndpoint,
            Settings.Credentials);
}
