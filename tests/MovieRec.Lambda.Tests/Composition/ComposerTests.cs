using Microsoft.Extensions.Logging.Abstractions;
using MovieRec.Api;
using MovieRec.Api.Outcomes;
using MovieRec.Lambda.Composition;

namespace MovieRec.Lambda.Tests.Composition;

/// <summary>Environment variables that a function requires.</summary>
/// <remarks>MovieRec.Package.Tests and EndToEnd check that the composed functions work.</remarks>
public sealed class ComposerTests
{
    private static readonly Dictionary<string, string> s_environment = new(StringComparer.Ordinal)
    {
        ["AWS_REGION"] = "eu-west-1",
        ["AWS_ACCESS_KEY_ID"] = "key-1",
        ["AWS_SECRET_ACCESS_KEY"] = "secret-1",
        ["USER_POOL_ID"] = "eu-west-1_AbC123xyz",
        ["USER_POOL_CLIENT_ID"] = "client-1",
        ["ALLOWED_ORIGINS"] = "http://localhost:3000",
        ["USER_POOL_JWKS"] = "http://127.0.0.1:9/none",
    };

    public static TheoryData<FunctionName> Functions => [.. Enum.GetValues<FunctionName>()];

    [Theory]
    [MemberData(nameof(Functions))]
    public async Task Function_WithItsSettings_IsComposed(FunctionName name) => await ComposeAsync(name, s_environment.GetValueOrDefault);

    [Theory]
    [InlineData(FunctionName.Signin, "AWS_REGION", false)]
    [InlineData(FunctionName.Signin, "USER_POOL_ID", true)]
    [InlineData(FunctionName.Signup, "USER_POOL_CLIENT_ID", true)]
    [InlineData(FunctionName.RefreshToken, "ALLOWED_ORIGINS", true)]
    [InlineData(FunctionName.MediaCache, "USER_POOL_ID", false)]
    [InlineData(FunctionName.MediaCache, "USER_POOL_CLIENT_ID", false)]
    [InlineData(FunctionName.MediaCache, "AWS_REGION", true)]
    [InlineData(FunctionName.Favourites, "USER_POOL_ID", true)]
    [InlineData(FunctionName.Watchlist, "USER_POOL_CLIENT_ID", true)]
    [InlineData(FunctionName.MovieRec, "AWS_REGION", true)]
    [InlineData(FunctionName.UserPreferences, "ALLOWED_ORIGINS", true)]
    public async Task Function_WithoutASetting_StartsUnlessItNeedsIt(FunctionName name, string setting, bool needed)
    {
        var composing = async () =>
            await ComposeAsync(name, variable => variable == setting ? null : s_environment.GetValueOrDefault(variable));
        if (needed)
            (await composing.ShouldThrowAsync<ConfigurationException>()).Message.ShouldStartWith(setting);
        else
            await composing();
    }

    [Theory]
    [MemberData(nameof(Functions))]
    public async Task Schedule_CallsTheMediaFunctionAlone(FunctionName name) =>
        ((await ComposeAsync(name, s_environment.GetValueOrDefault)).OnSchedule is not null).ShouldBe(name == FunctionName.MediaCache);

    private static ValueTask<ComposedFunction> ComposeAsync(FunctionName name, Func<string, string?> variable)
    {
        var composer = new Composer(new FunctionSettings(variable), TimeProvider.System, new Random(1), count => new byte[count]);
        return composer.ComposeAsync(name, NullLogger.Instance, TestContext.Current.CancellationToken);
    }
}
