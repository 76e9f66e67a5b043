using Amazon.CDK;
using Amazon.CDK.AWS.Cognito;
using Amazon.CDK.AWS.IAM;
using MovieRec.Api;
using MovieRec.Aws;
using MovieRec.Aws.UserPool;
using MovieRec.Infrastructure.Functions;
using MovieRec.Infrastructure.Settings;

namespace MovieRec.Infrastructure.Permissions;

/// <summary>Permissions of functions: the union of the needs in <c>Routes.cs</c> and <c>Schedule.cs</c>, on exact resources.</summary>
/// <remarks>There is no managed policy and no action with a star, and only X-Ray's resource is a star.</remarks>
internal sealed class Grants(Stack stack, StackSettings settings, IUserPool pool, ImportedTables tables)
{
    /// <param name="functions">Functions whose routes and schedules count.</param>
    /// <param name="logs">The ARNs of their logs.</param>
    public PolicyDocument To(IReadOnlyCollection<FunctionName> functions, IEnumerable<string> logs) => new(new PolicyDocumentProps
    {
        Statements =
        [
            Allow("Logs", ["logs:CreateLogStream", "logs:PutLogEvents"], [.. logs]),
            // X-Ray has no resource ARNs.
            Allow("Traces", ["xray:PutTelemetryRecords", "xray:PutTraceSegments"], "*"),
            .. TableSchema.All.SelectMany(definition => GetTableStatements(definition.Table, functions)),
            .. GetUserPoolStatements(functions),
            .. GetParameterStatements(functions),
        ],
    });

    private IEnumerable<PolicyStatement> GetTableStatements(Table table, IReadOnlyCollection<FunctionName> functions)
    {
        var reads = functions.Any(function => FunctionAccess.Reads(function, settings.Schedules).Contains(table));
        var writes = functions.Any(function => FunctionAccess.Writes(function, settings.Schedules).Contains(table));
        var operations = (reads ? TableOperations.Reads(table) : []).Union(writes ? TableOperations.Writes(table) : []);
        string[] actions = [.. operations.Order(StringComparer.Ordinal).Select(operation => $"dynamodb:{operation}")];
        if (actions.Length > 0)
            yield return Allow($"{table}Table", actions, tables.GetArn(table));
        // A function that reads the table may query its index; the index allows no other operation.
        if (reads && tables.GetIndexArn(table) is { } index)
            yield return Allow($"{table}Index", ["dynamodb:Query"], index);
    }

    /// <summary>Grants the Cognito operations that the functions call, on this pool only.</summary>
    /// <remarks>They are public operations: every client that has the client id may call them unsigned, as the functions do, and Cognito
    /// checks no policy. The grant documents the calls, and takes effect if calls are signed.</remarks>
    private IEnumerable<PolicyStatement> GetUserPoolStatements(IReadOnlyCollection<FunctionName> functions)
    {
        string[] actions =
        [
            .. functions.SelectMany(UserPoolOperations.Get).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)
                .Select(operation => $"cognito-idp:{operation}"),
        ];
        if (actions.Length > 0)
            yield return Allow("UserPool", actions, pool.UserPoolArn);
    }

    /// <summary>Grants the media function access to the parameter with TMDB's key, which it reads at the start.</summary>
    /// <remarks>AWS's KMS key needs no further grant; a KMS key of the account would.</remarks>
    private IEnumerable<PolicyStatement> GetParameterStatements(IReadOnlyCollection<FunctionName> functions)
    {
        if (settings.TmdbParameter is { } name && functions.Contains(FunctionName.MediaCache))
        {
            yield return Allow(
                "TmdbKey", ["ssm:GetParameter"],
                stack.FormatArn(new ArnComponents { Service = "ssm", Resource = "parameter", ResourceName = name[1..] }));
        }
    }

    private static PolicyStatement Allow(string sid, string[] actions, params string[] resources) =>
        new(new PolicyStatementProps { Sid = sid, Effect = Effect.ALLOW, Actions = actions, Resources = resources });
}
