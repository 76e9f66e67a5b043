using MovieRec.Aws.UserPool;

namespace MovieRec.Aws.Tests.UserPool;

public sealed class UserPoolIdTests
{
    [Fact]
    public void Parse_Id_TellsItsRegionAndIssuer()
    {
        var pool = UserPoolId.Parse("ap-southeast-2_AbC123xyz").ShouldNotBeNull();

        pool.Region.ShouldBe("ap-southeast-2");
        pool.Issuer.ShouldBe("https://cognito-idp.ap-southeast-2.amazonaws.com/ap-southeast-2_AbC123xyz");
        pool.Endpoint.ShouldBe(new Uri("https://cognito-idp.ap-southeast-2.amazonaws.com/"));
        pool.ToString().ShouldBe("ap-southeast-2_AbC123xyz");
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("_abc")]
    [InlineData("eu-west-1_")]
    [InlineData("eu-west-1")]
    [InlineData("eu-west-1_abc_def")]
    [InlineData("eu-west-1_abc/../x")]
    [InlineData("evil.example.com/_abc")]
    [InlineData("EU-WEST-1_abc")]
    [InlineData("eu-west-1_abc\n")]
    public void Parse_AnythingElse_IsNone(string? text) => UserPoolId.Parse(text).ShouldBeNull();
}
