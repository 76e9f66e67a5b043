using Amazon.CDK;
using Constructs;
using MovieRec.Api.Outcomes;
using MovieRec.Infrastructure.Settings;

namespace MovieRec.Infrastructure;

/// <summary>Empty stack that replaces one with wrong settings and reports the error.</summary>
internal sealed class InvalidStack : Stack
{
    private InvalidStack(Construct scope, string id, IStackProps props)
        : base(scope, id, props)
    {
    }

    /// <summary>Adds the requested stack, under the name by which <c>destroy</c> finds it.</summary>
    public static void Add(App app, SettingValues values, ConfigurationException problem)
    {
        var (id, name) = values.Find("stack") switch
        {
            "prerequisites" => (PrerequisitesStack.Id, SettingsReader.PrerequisitesName),
            "web" => (WebStack.Id, $"{GetName(values)}-Web"),
            _ => (InfrastructureStack.Id, GetName(values)),
        };
        Annotations.Of(new InvalidStack(app, id, new StackProps { StackName = name })).AddError(problem.Message);
    }

    private static string GetName(SettingValues values)
    {
        try
        {
            return SettingsReader.StackName(values);
        }
        catch (ConfigurationException)
        {
            return SettingsReader.DefaultStackName;
        }
    }
}
