using Amazon.CDK;
using Amazon.CDK.AWS.Logs;
using Constructs;
using MovieRec.Api;
using MovieRec.Infrastructure.Settings;

namespace MovieRec.Infrastructure.Functions;

/// <summary>Creates log groups with a retention; without them AWS would create its own and keep them for ever.</summary>
internal static class FunctionLogs
{
    /// <summary>Creates the log group of a function, under the name that Lambda would give it.</summary>
    public static LogGroup Create(Construct scope, FunctionName function, StackSettings settings) =>
        Create(scope, $"{function}Log", $"/aws/lambda/{GetName(scope, function)}", settings);

    public static LogGroup Create(Construct scope, string id, string name, StackSettings settings)
    {
        var log = new LogGroup(scope, id, new LogGroupProps
        {
            LogGroupName = name,
            // Deleted with the stack: a retained log group's name would block the next deployment, and its content expires anyway.
            RemovalPolicy = RemovalPolicy.DESTROY,
        });
        // The construct takes names such as TWO_WEEKS, whose values in C# are not days.
        ((CfnLogGroup)log.Node.DefaultChild!).RetentionInDays = settings.LogRetentionDays;
        return log;
    }

    /// <summary>Returns the function's name in the account, such as <c>MovieRec-FavouritesFunction</c>.</summary>
    public static string GetName(Construct scope, FunctionName function) => $"{Stack.Of(scope).StackName}-{function.GetHandler()}";
}
