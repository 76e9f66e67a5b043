using MovieRec.Api;
using MovieRec.Api.Outcomes;
using MovieRec.Infrastructure.Settings;

namespace MovieRec.Infrastructure.Tests.Settings;

/// <summary>Missing or malformed settings, which stop the synthesis with one sentence that names the key and an example.</summary>
public sealed class SettingsReaderTests
{
    private const string PoolId = "eu-west-1_AbCdEf123";

    [Fact]
    public void Ids_Alone_AreEnough()
    {
        var settings = Read();
        settings.UserPoolId.Region.ShouldBe("eu-west-1");
        settings.Cors.Origins.ShouldBe(["http://localhost:3000", "http://localhost:8080"]);
        settings.LogRetentionDays.ShouldBe(30);
        settings.Schedules.ShouldBe(Schedule.All);
        (settings.RolePerFunction, settings.SetsAccountRole, settings.TmdbParameter, settings.AlarmTopicArn)
            .ShouldBe((false, false, null, null));
        Enum.GetValues<Table>().ShouldAllBe(table => settings.TableNames[table] == table.ToString());
    }

    [Theory]
    [InlineData("userPoolId", "")]
    [InlineData("userPoolId", "eu-west-1")]
    [InlineData("userPoolId", "eu-west-1_Abc Def")]
    [InlineData("userPoolClientId", "")]
    [InlineData("userPoolClientId", "not-an-id")]
    [InlineData("userPoolClientSecret", "secret")]
    [InlineData("allowedOrigins", "*")]
    [InlineData("allowedOrigins", "films.example.com")]
    [InlineData("allowedOrigins", "https://films.example.com/")]
    [InlineData("allowedOrigins", "https://films.example.com,https://o'brien.example.com")]
    [InlineData("allowedOrigins", "https://$context.example.com")]
    [InlineData("allowedOrigins", ",")]
    [InlineData("tmdbParameter", "movierec/tmdb-key")]
    [InlineData("tmdbParameter", "/movierec/*")]
    [InlineData("tmdbParameter", "/movierec/")]
    [InlineData("logRetentionDays", "31")]
    [InlineData("logRetentionDays", "a month")]
    [InlineData("alarmTopicArn", "movierec-alarms")]
    [InlineData("alarmTopicArn", "arn:aws:sqs:eu-west-1:111122223333:movierec-alarms")]
    [InlineData("stackName", "Movie_Rec")]
    [InlineData("stackName", "a-name-that-leaves-no-room-for-functions")]
    [InlineData("roles", "own")]
    [InlineData("schedule", "false")]
    [InlineData("apiGatewayAccountRole", "true")]
    [InlineData("userPoolIssuer", "https://issuer-cognito-idp.eu-west-1.amazonaws.com/eu-west-1_Other")]
    [InlineData("userPoolIssuer", "https://tokens.example.com")]
    [InlineData("rateLimitPerAddress", "9")]
    [InlineData("rateLimitPerAddress", "many")]
    [InlineData("reservedConcurrency", "0")]
    [InlineData("tableNames", "Favorites=films")]
    [InlineData("tableNames", "favourites=films")]
    [InlineData("tableNames", "Favourites")]
    [InlineData("tableNames", "Favourites=fi")]
    [InlineData("tableNames", "Favourites=films/x")]
    [InlineData("tableNames", "Favourites=films,Favourites=other")]
    [InlineData("tableNames", "Favourites=films,Watchlist=films")]
    [InlineData("tableNames", "{\"Favourites\":")]
    public void Value_ThatCannotBe_IsNamedInOneSentence(string key, string value)
    {
        var problem = Should.Throw<ConfigurationException>(() => Read((key, value))).Message;
        problem.ShouldStartWith(key);
        problem.ShouldEndWith(".");
        problem.ShouldNotContain("\n");
        // An example, or the alternative.
        if (key != "userPoolClientSecret")
            problem.ShouldContain($"{key}=");
    }

    [Theory]
    [InlineData("Favourites=films-favourites, Watchlist = films-watchlist")]
    [InlineData("{\"Favourites\":\"films-favourites\",\"Watchlist\":\"films-watchlist\"}")]
    public void TableNames_InEitherForm_AreRead(string value)
    {
        var names = Read(("tableNames", value)).TableNames;
        (names[Table.Favourites], names[Table.Watchlist], names[Table.MovieRecCache])
            .ShouldBe(("films-favourites", "films-watchlist", "MovieRecCache"));
    }

    [Fact]
    public void TableNames_AsAnObjectOfCdkJson_AreRead()
    {
        var names = new Dictionary<string, object>(StringComparer.Ordinal) { ["Favourites"] = "films-favourites" };
        var values = new SettingValues(
            key => key switch { "userPoolId" => PoolId, "userPoolClientId" => "abc", "tableNames" => names, _ => null }, _ => null);
        SettingsReader.Read(values).TableNames[Table.Favourites].ShouldBe("films-favourites");
    }

    [Fact]
    public void Environment_IsReadWhereTheContextSaysNothing()
    {
        var environment = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["USER_POOL_ID"] = PoolId,
            ["USER_POOL_CLIENT_ID"] = "fromEnvironment",
            ["LOG_RETENTION_DAYS"] = "7",
        };
        var values = new SettingValues(key => key == "logRetentionDays" ? 14d : null, environment.GetValueOrDefault);
        var settings = SettingsReader.Read(values);
        settings.UserPoolClientId.ShouldBe("fromEnvironment");
        settings.LogRetentionDays.ShouldBe(14);
    }

    [Fact]
    public void Switches_AreReadByTheirWords()
    {
        var settings = Read(("roles", "perFunction"), ("schedule", "off"), ("apiGatewayAccountRole", "set"));
        (settings.RolePerFunction, settings.Schedules.Count, settings.SetsAccountRole).ShouldBe((true, 0, true));
    }

    private static StackSettings Read(params (string Key, string Value)[] given)
    {
        var all = new Dictionary<string, string>(StringComparer.Ordinal) { ["userPoolId"] = PoolId, ["userPoolClientId"] = "abc" };
        foreach (var (key, value) in given)
            all[key] = value;
        return SettingsReader.Read(new SettingValues(all.GetValueOrDefault, _ => null));
    }
}
