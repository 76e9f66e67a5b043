using MovieRec.Emulators.Processes;
using MovieRec.TestKit;

namespace MovieRec.LocalHost.Tests.Hosting;

/// <summary>nginx from Debian's package, as a reverse proxy in front of a host.</summary>
internal sealed class Nginx : IAsyncDisposable
{
    private const string Program = "/usr/sbin/nginx";

    private readonly TemporaryFolder _folder = new();
    private ChildProcess? _process;

    public required string Address { get; init; }

    /// <summary>Starts nginx and returns when it listens.</summary>
    /// <param name="upstream">Address of the host.</param>
    /// <param name="directives">Directives of the location that forwards requests.</param>
    public static async Task<Nginx> StartAsync(string upstream, string directives)
    {
        var port = LoopbackPort.Free();
        var nginx = new Nginx { Address = $"http://127.0.0.1:{port}" };
        await File.WriteAllTextAsync(nginx._folder.File("nginx.conf"), $$"""
            daemon off;
            master_process off;
            pid nginx.pid;
            events { }
            http {
                access_log off;
                client_body_temp_path body; proxy_temp_path proxy; fastcgi_temp_path fastcgi; uwsgi_temp_path uwsgi; scgi_temp_path scgi;
                server {
                    listen 127.0.0.1:{{port}};
                    location / { proxy_pass {{upstream.Replace("localhost", "127.0.0.1", StringComparison.Ordinal)}}; {{directives}} }
                }
            }
            """, TestContext.Current.CancellationToken);
        var listening = new TaskCompletionSource();
        var output = new List<string>();
        nginx._process = ChildProcess.Start(new ChildProcessOptions
        {
            Command = Program,
            Arguments =
                ["-p", nginx._folder.Path, "-c", nginx._folder.File("nginx.conf"), "-e", "stderr", "-g", "error_log stderr notice;"],
            WorkingDirectory = nginx._folder.Path,
            Output = line =>
            {
                lock (output)
                    output.Add(line);
                // Logged after the sockets are open.
                if (line.Contains("getrlimit", StringComparison.Ordinal))
                    listening.TrySetResult();
            },
        });
        if (await Task.WhenAny(listening.Task, nginx._process.Exited) == listening.Task)
            return nginx;
        await nginx.DisposeAsync();
        throw new InvalidOperationException($"nginx ended: {string.Join('\n', output)}");
    }

    public async ValueTask DisposeAsync()
    {
        await _process!.DisposeAsync();
        _folder.Dispose();
    }
}
