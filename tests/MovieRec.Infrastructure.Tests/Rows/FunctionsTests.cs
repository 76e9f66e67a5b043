using MovieRec.Api;
using MovieRec.Infrastructure.Tests.Equivalence;
using MovieRec.Infrastructure.Tests.Synthesis;
using MovieRec.Lambda.Composition;

namespace MovieRec.Infrastructure.Tests.Rows;

/// <summary>Requirement "functions": eight functions of one executable.</summary>
public sealed class FunctionsTests(Stacks stacks)
{
    public static TheoryData<FunctionName> Names => [.. Enum.GetValues<FunctionName>()];

    [Fact]
    public void Functions_AreEight() => stacks.Default.GetResources("AWS::Lambda::Function").Count.ShouldBe(8);

    [Fact]
    public void Functions_ShareOneCodeAsset() =>
        stacks.Default.GetResources("AWS::Lambda::Function").Select(function => Template.Plain(function["Code"]!["S3Key"])).Distinct()
            .ShouldHaveSingleItem();

    [Fact]
    public void Functions_ShareOneRole() =>
        stacks.Default.GetResources("AWS::Lambda::Function").Select(function => function.Text("Role")).Distinct().ShouldHaveSingleItem();

    [Theory]
    [MemberData(nameof(Names))]
    public void Function_RunsTheExecutableUnderItsName(FunctionName name)
    {
        var function = GetFunction(stacks.Default, name);
        function.Text("Runtime").ShouldBe("provided.al2023");
        Template.Texts(function["Architectures"]).ShouldBe(["x86_64"]);
        function.Text("FunctionName").ShouldBe($"MovieRec-{name}Function");
    }

    [Theory]
    [InlineData(FunctionName.Signin, 512, 10)]
    [InlineData(FunctionName.Signup, 512, 10)]
    [InlineData(FunctionName.RefreshToken, 512, 10)]
    [InlineData(FunctionName.UserPreferences, 512, 10)]
    [InlineData(FunctionName.Favourites, 512, 15)]
    [InlineData(FunctionName.Watchlist, 512, 15)]
    [InlineData(FunctionName.MovieRec, 1769, 28)]
    [InlineData(FunctionName.MediaCache, 1769, 900)]
    public void Function_HasItsMemoryAndTimeout(FunctionName name, int megabytes, int seconds)
    {
        var function = GetFunction(stacks.Default, name);
        (function.Text("MemorySize"), function.Text("Timeout")).ShouldBe((megabytes.ToString(), seconds.ToString()));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Function_IsTraced(FunctionName name) =>
        Template.Plain(GetFunction(stacks.Default, name)["TracingConfig"]!["Mode"]).ShouldBe("Active");

    [Theory]
    [MemberData(nameof(Names))]
    public void Function_LogsJsonToALogOfTheStackWithRetention(FunctionName name)
    {
        var logging = GetFunction(stacks.Default, name)["LoggingConfig"]!;
        Template.Plain(logging["LogFormat"]).ShouldBe("JSON");
        var log = stacks.Default.Referred(logging["LogGroup"]);
        log.Text("LogGroupName").ShouldBe($"/aws/lambda/MovieRec-{name}Function");
        log.Text("RetentionInDays").ShouldBe("30");
        log.DeletionPolicy.ShouldBe("Delete");
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Function_HasTheSettingsThatItReads(FunctionName name)
    {
        var environment = new DeployedGateway(stacks.Full).Functions[$"{name}Function"].Environment;
        var settings = new FunctionSettings(environment.GetValueOrDefault);
        settings.Cors.Origins.ShouldBe([Stacks.FirstOrigin, Stacks.SecondOrigin]);
        string[] needed =
        [
            "ALLOWED_ORIGINS",
            .. Routes.All.Where(route => route.Function == name).SelectMany(route => route.Reads.Concat(route.Writes))
                .Select(FunctionSettings.ToVariable),
            .. name is FunctionName.MediaCache ? ["TMDB_PARAMETER"] : new[] { "SSL_CERT_FILE", "USER_POOL_ID", "USER_POOL_CLIENT_ID" },
            .. Routes.All.Any(route => route.Function == name && route.Access == Access.Protected)
                ? ["USER_POOL_ISSUER"]
                : Array.Empty<string>(),
        ];
        environment.Keys.Order(StringComparer.Ordinal).ShouldBe(needed.Distinct().Order(StringComparer.Ordinal));
    }

    /// <summary>Checks the trusted roots; a function that also calls hosts outside AWS uses those of the system.</summary>
    /// <remarks>PackageTests checks that the file exists.</remarks>
    [Theory]
    [MemberData(nameof(Names))]
    public void Function_ThatCallsAwsAlone_TrustsAmazonsRoots(FunctionName name) =>
        new DeployedGateway(stacks.Full).Functions[$"{name}Function"].Environment.GetValueOrDefault("SSL_CERT_FILE")
            .ShouldBe(name == FunctionName.MediaCache ? null : "/var/task/amazon-roots.pem");

    [Fact]
    public void Function_OfTablesWithOtherNames_IsToldThese()
    {
        var settings = new FunctionSettings(new DeployedGateway(stacks.Full).Functions["FavouritesFunction"].Environment.GetValueOrDefault);
        settings.Tables[Table.Favourites].ShouldBe("films-favourites");
        settings.Tables[Table.MovieRecCache].ShouldBe("films-cache");
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Function_IsNotMadeBeforeItsRoleHasItsPermissions(FunctionName name)
    {
        var function = GetFunction(stacks.Default, name);
        var role = stacks.Default.Referred(function["Role"]);
        role["Policies"].ShouldNotBeNull();
        stacks.Default.GetResources("AWS::IAM::Policy").ShouldBeEmpty();
    }

    private static Resource GetFunction(Template template, FunctionName name) =>
        template.GetResources("AWS::Lambda::Function").Single(function => function.Text("Handler") == $"{name}Function");
}
