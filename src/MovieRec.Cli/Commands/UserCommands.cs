using System.CommandLine;
using MovieRec.Sqlite.Database;
using MovieRec.Sqlite.UserPool;

namespace MovieRec.Cli.Commands;

/// <summary>Command <c>user</c>: manages accounts.</summary>
internal static class UserCommands
{
    public static Command Build() => new("user", "Accounts of the service on this machine.") { SignOutAll() };

    private static Command SignOutAll()
    {
        var data = ServiceData.Option();
        var command = new Command("sign-out-all", "Revokes all access tokens and refresh tokens; the service must be stopped.") { data };
        command.SetAction(parsed => Console.WriteLine(
            $"Every user is signed out; {AllSignIns.End(new DataFolder(parsed.GetValue(data)!).Database):N0} refresh tokens are revoked."));
        return command;
    }
}
