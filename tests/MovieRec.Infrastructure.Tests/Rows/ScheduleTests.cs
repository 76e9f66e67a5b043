using MovieRec.Infrastructure.Tests.Synthesis;

namespace MovieRec.Infrastructure.Tests.Rows;

/// <summary>Requirement "schedule": the media function refreshes the catalogue twice a day, unless this is switched off.</summary>
public sealed class ScheduleTests(Stacks stacks)
{
    [Fact]
    public void Schedule_CallsTheMediaFunctionTwiceADay()
    {
        var rule = stacks.Default.Single("AWS::Events::Rule");
        rule.Text("ScheduleExpression").ShouldBe("cron(0 3,15 * * ? *)");
        rule.Text("State").ShouldBe("ENABLED");
        stacks.Default.Referred(rule["Targets"]![0]!["Arn"]).Text("Handler").ShouldBe("MediaCacheFunction");
        // No input: the function recognizes a scheduled call by EventBridge's event.
        rule["Targets"]![0]!["Input"].ShouldBeNull();
    }

    [Fact]
    public void Schedule_MayCallTheFunction()
    {
        var permission = stacks.Default.GetResources("AWS::Lambda::Permission")
            .Single(permission => permission.Text("Principal") == "events.amazonaws.com");
        stacks.Default.Referred(permission["FunctionName"]).Text("Handler").ShouldBe("MediaCacheFunction");
        stacks.Default.Referred(permission["SourceArn"]).Type.ShouldBe("AWS::Events::Rule");
    }

    [Fact]
    public void Schedule_ThatFails_IsTriedAgainAndNotForLong()
    {
        var asynchronous = stacks.Default.Single("AWS::Lambda::EventInvokeConfig");
        (asynchronous.Text("MaximumRetryAttempts"), asynchronous.Text("MaximumEventAgeInSeconds")).ShouldBe(("2", "7200"));
    }

    [Fact]
    public void Schedule_SwitchedOff_IsNotThere() => stacks.WithoutSchedule.GetResources("AWS::Events::Rule").ShouldBeEmpty();
}
