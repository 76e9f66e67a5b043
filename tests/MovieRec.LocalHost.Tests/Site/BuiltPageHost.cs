using System.Net.Sockets;
using System.Text;
using Microsoft.AspNetCore.Builder;
using MovieRec.Emulators.Processes;
using MovieRec.TestKit;
using MovieRec.TestKit.Service;

namespace MovieRec.LocalHost.Tests.Site;

/// <summary>Host with a built page, and files beside the page's folder that must never be served.</summary>
public sealed class BuiltPageHost : IAsyncLifetime
{
    private readonly TemporaryFolder _folder = new();
    private WebApplication? _app;

    public int Port { get; private set; }

    /// <summary>Path of the inbox, with its token.</summary>
    public string Inbox { get; private set; } = "";

    public string Address => $"http://localhost:{Port}";

    public async ValueTask InitializeAsync()
    {
        Write("secret.json", "secret");
        Write("dist/index.html", "<!doctype html><title>page</title>");
        Write("dist/index.html.br", "page as brotli");
        Write("dist/index.html.gz", "page as gzip");
        Write("dist/config.json", "{}");
        Write("dist/sw.js", "worker");
        Write("dist/assets/index-AbCd1234.js", "code");
        Write("dist/assets/index-AbCd1234.css", "style");
        Write("dist/notes.txt", "not of the page");
        Write("dist/.hidden.json", "secret");
        var options = new LocalHostOptions
        {
            Port = LoopbackPort.Free(),
            Limits = TestLimits.Wide,
            DataFolder = Path.Combine(_folder.Path, "data"),
            SiteFolder = Path.Combine(_folder.Path, "dist"),
            Progress = TextWriter.Null,
            LogOutput = Stream.Null,
            Learning = false,
        };
        (Port, Inbox) = (options.Port, new Uri(options.Inbox).PathAndQuery);
        _app = await LocalHostApp.StartAsync(options, TestContext.Current.CancellationToken);
    }

    public async Task<HttpResponseMessage> GetAsync(string path, params (string Name, string Value)[] headers)
    {
        using var http = new HttpClient { BaseAddress = new Uri(Address), Timeout = Timeout.InfiniteTimeSpan };
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        foreach (var (name, value) in headers)
            request.Headers.TryAddWithoutValidation(name, value).ShouldBeTrue();
        return await http.SendAsync(request, TestContext.Current.CancellationToken);
    }

    /// <summary>Sends a path unchanged, which an HTTP client would normalize.</summary>
    public async Task<string> GetRawAsync(string path)
    {
        using var client = new TcpClient();
        await client.ConnectAsync("127.0.0.1", Port, TestContext.Current.CancellationToken);
        var stream = client.GetStream();
        await stream.WriteAsync(
            Encoding.Latin1.GetBytes($"GET {path} HTTP/1.1\r\nHost: localhost\r\nAccept: */*\r\nConnection: close\r\n\r\n"),
            TestContext.Current.CancellationToken);
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return await reader.ReadToEndAsync(TestContext.Current.CancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        await _app!.DisposeAsync();
        _folder.Dispose();
    }

    private void Write(string path, string text)
    {
        var file = Path.Combine(_folder.Path, path);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, text);
    }
}
