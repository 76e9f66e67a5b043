using MovieRec.Api;
using MovieRec.Api.Outcomes;
using MovieRec.Aws;
using MovieRec.Infrastructure.Tests.Synthesis;

namespace MovieRec.Infrastructure.Tests.Rows;

/// <summary>Stack that an operator without a pool and tables deploys first.</summary>
public sealed class PrerequisitesTests(Stacks stacks)
{
    public static TheoryData<Table> Tables => [.. Enum.GetValues<Table>()];

    [Theory]
    [MemberData(nameof(Tables))]
    public void Table_OfTheSchema_HasItsKeysAndIsKept(Table table)
    {
        var schema = TableSchema.Get(table);
        var made = stacks.Prerequisites.GetResources("AWS::DynamoDB::Table")
            .Single(made => made.Id.StartsWith($"{table}Table", StringComparison.Ordinal));
        made["TableName"].ShouldBeNull();
        string[] keys = [$"{schema.PartitionKey} HASH", .. schema.SortKey is { } sort ? [$"{sort} RANGE"] : Array.Empty<string>()];
        made["KeySchema"]!.AsArray().Select(key => $"{Template.Plain(key!["AttributeName"])} {Template.Plain(key["KeyType"])}")
            .ShouldBe(keys);
        made["AttributeDefinitions"]!.AsArray().ShouldAllBe(attribute => Template.Plain(attribute!["AttributeType"]) == "S");
        made.Text("BillingMode").ShouldBe("PAY_PER_REQUEST");
        made["SSESpecification"]!["SSEEnabled"]!.GetValue<bool>().ShouldBeTrue();
        made["DeletionProtectionEnabled"]!.GetValue<bool>().ShouldBeTrue();
        made.DeletionPolicy.ShouldBe("RetainExceptOnCreate");
        made.Json["UpdateReplacePolicy"]!.GetValue<string>().ShouldBe("Retain");
        Template.Plain(made["TimeToLiveSpecification"]?["AttributeName"]).ShouldBe(schema.TtlAttribute ?? "");
        Template.Plain(made["GlobalSecondaryIndexes"]?[0]!["IndexName"]).ShouldBe(schema.Index?.Name ?? "");
    }

    [Fact]
    public void Pool_TakesEmailsVerifiesThemAndIsKept()
    {
        var pool = stacks.Prerequisites.Single("AWS::Cognito::UserPool");
        Template.Texts(pool["UsernameAttributes"]).ShouldBe(["email"]);
        Template.Texts(pool["AutoVerifiedAttributes"]).ShouldBe(["email"]);
        pool["UsernameConfiguration"]!["CaseSensitive"]!.GetValue<bool>().ShouldBeFalse();
        pool.Text("DeletionProtection").ShouldBe("ACTIVE");
        pool.DeletionPolicy.ShouldBe("RetainExceptOnCreate");
    }

    [Fact]
    public void Client_AllowsPasswordAndRefreshAndHasNoSecret()
    {
        var client = stacks.Prerequisites.Single("AWS::Cognito::UserPoolClient");
        Template.Texts(client["ExplicitAuthFlows"]).ShouldBe(["ALLOW_USER_PASSWORD_AUTH", "ALLOW_REFRESH_TOKEN_AUTH"]);
        client["GenerateSecret"]!.GetValue<bool>().ShouldBeFalse();
        client.DeletionPolicy.ShouldBe("RetainExceptOnCreate");
    }

    [Fact]
    public void Outputs_AreWhatTheOtherStackAsksFor() =>
        stacks.Prerequisites.Root["Outputs"]!.AsObject().Select(output => output.Key).ShouldBe(
            ["UserPoolId", "UserPoolClientId", "TableNames"], ignoreOrder: true);

    [Fact]
    public void Tables_WithNamesAndASender_HaveThem()
    {
        var made = stacks.GetPrerequisites(
            ("tableNames", "Favourites=films-favourites"), ("sesFromArn", "arn:aws:ses:eu-west-1:111122223333:identity/example.com"));
        made.GetResources("AWS::DynamoDB::Table").Where(table => table["TableName"] is not null).ShouldHaveSingleItem().Text("TableName")
            .ShouldBe("films-favourites");
        var mail = made.Single("AWS::Cognito::UserPool")["EmailConfiguration"]!;
        (Template.Plain(mail["EmailSendingAccount"]), Template.Plain(mail["From"])).ShouldBe(("DEVELOPER", "no-reply@example.com"));
    }

    [Theory]
    [InlineData("films@example.com")]
    [InlineData("arn:aws:sns:eu-west-1:111122223333:identity/example.com")]
    public void Sender_ThatIsNoIdentityOfSes_IsRefused(string arn) => Should.Throw<ConfigurationException>(
        () => stacks.GetPrerequisites(("sesFromArn", arn))).Message.ShouldStartWith($"sesFromArn is '{arn}'");
}
